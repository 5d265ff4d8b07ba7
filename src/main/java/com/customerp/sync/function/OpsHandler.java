package com.customerp.sync.function;

import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.ops.OpsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Serves the {@code ops} function: whatever cannot be done is an answer, not an error of the invocation. */
@Singleton
public class OpsHandler {
    private static final Logger LOG = Logger.getLogger(OpsHandler.class);

    private final SyncRuntime runtime;
    private final Metrics metrics;

    OpsHandler(SyncRuntime runtime, Metrics metrics) {
        this.runtime = runtime;
        this.metrics = metrics;
    }

    /** Answers any event at all; nothing is thrown. */
    public JsonNode handle(JsonNode event) {
        Deadline deadline = new Deadline(runtime.clock(), runtime.settings().timeBudget());
        try {
            JsonNode request = event == null ? JsonNodeFactory.instance.objectNode() : event;
            JsonNode answer = runtime.ops(deadline).answer(request);
            if (request.path("action").asText().equals("status")) {
                metrics.publish(answer);
            }
            return answer;
        } catch (OpsException bad) {
            return error(bad.getMessage());
        } catch (RemoteException fault) {
            LOG.error(fault.getMessage());
            return error(fault.isRefusal() ? Faults.sentence(fault) : fault.getMessage() + ": try again");
        } catch (RuntimeException fault) {
            String sentence = Faults.sentence(fault);
            LOG.error(sentence);
            return error(sentence);
        }
    }

    private static JsonNode error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }
}
