package com.customerp.sync.history;

import com.customerp.sync.local.http.Handler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/**
 * One invocation of a function. It may be killed: after so many calls to the store or to a system it is dead, and
 * whatever it still tries in its last moments does not reach anybody. Or something else happens between two of its calls.
 */
final class Life {
    private final int deadAfter;
    private final int waitsAfter;
    private final Runnable meanwhile;
    private int calls;

    private Life(int deadAfter, int waitsAfter, Runnable meanwhile) {
        this.deadAfter = deadAfter;
        this.waitsAfter = waitsAfter;
        this.meanwhile = meanwhile;
    }

    /** An invocation that comes to its end. */
    static Life whole() {
        return new Life(Integer.MAX_VALUE, Integer.MAX_VALUE, () -> {});
    }

    /** An invocation that is killed after so many calls; the last one is done but its answer is not seen. */
    static Life endsAfter(int calls) {
        return new Life(calls, Integer.MAX_VALUE, () -> {});
    }

    /** An invocation that has to wait after so many calls, while something else happens from beginning to end. */
    static Life waits(int calls, Runnable meanwhile) {
        return new Life(Integer.MAX_VALUE, calls, meanwhile);
    }

    int calls() {
        return calls;
    }

    boolean isOver() {
        return calls >= deadAfter;
    }

    /** A port as this invocation uses it. */
    <T> T of(Class<T> port, T target) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    try {
                        return call(() -> {
                            try {
                                return method.invoke(target, arguments);
                            } catch (IllegalAccessException | InvocationTargetException failure) {
                                throw new Failed(failure.getCause());
                            }
                        });
                    } catch (Failed failed) {
                        throw failed.getCause();
                    }
                });
        return port.cast(proxy);
    }

    /** A system as this invocation reaches it. */
    Handler of(Handler system) {
        return request -> call(() -> system.handle(request));
    }

    private <T> T call(Supplier<T> call) {
        if (isOver()) {
            throw new Crash();
        }
        calls++;
        boolean waits = calls == waitsAfter;
        T result = call.get();
        if (isOver()) {
            throw new Crash();
        }
        if (waits) {
            meanwhile.run();
        }
        return result;
    }

    /** The process is gone. An error, because the sync must not be able to handle it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the function was killed", null, false, false);
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super(cause);
        }
    }
}
