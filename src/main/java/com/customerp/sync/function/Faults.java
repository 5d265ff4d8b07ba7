package com.customerp.sync.function;

import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.SafetyStopException;
import com.customerp.sync.sync.Unexpected;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in one sentence what stopped a function; holds no value of a record and no secret. */
final class Faults {
    private Faults() {}

    static String sentence(RuntimeException fault) {
        if (fault instanceof SafetyStopException) {
            return fault.getMessage();
        }
        if (fault instanceof RemoteException remote) {
            return remote.side().key() + " refuses the sync (" + remote.status()
                    + "): check its keys, roles and modules";
        }
        if (fault instanceof SdkException) {
            return "the table cannot be used: " + fault.getClass().getSimpleName();
        }
        return Unexpected.sentence(fault);
    }
}
