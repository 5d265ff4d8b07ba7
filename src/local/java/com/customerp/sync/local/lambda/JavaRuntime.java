package com.customerp.sync.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hands events to the classes of a JVM package. */
enum JavaRuntime {
    /** Ours, {@link JvmRuntime}: on any system. */
    OWN {
        @Override
        List<String> arguments(Path task, Path directory) {
            return List.of(
                    "-cp",
                    String.join(File.pathSeparator, task.toString(), task + "/lib/*", directory.toString()),
                    JvmRuntime.class.getName());
        }
    },

    /**
     * AWS's own, which brings libraries for Linux only. Nothing but itself is on its class path: it loads the package
     * from the directory in which it was started.
     */
    AWS {
        @Override
        List<String> arguments(Path task, Path directory) {
            return List.of(
                    "-cp",
                    Stream.of(AWSLambda.class, PojoSerializer.class, RequestStreamHandler.class)
                            .map(JavaRuntime::jar)
                            .collect(Collectors.joining(File.pathSeparator)),
                    AWSLambda.class.getName(),
                    HANDLER);
        }
    };

    /** The handler that Quarkus puts into the package. */
    static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /**
     * Class path, main class and its arguments.
     *
     * @param task the unpacked package
     * @param directory where {@link JvmRuntime} is
     */
    abstract List<String> arguments(Path task, Path directory);

    private static String jar(Class<?> type) {
        URI location = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(location).toString();
    }
}
