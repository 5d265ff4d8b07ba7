package com.customerp.sync.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** What hands events to the classes of a JVM package. */
enum JavaRuntime {
    /** Ours, {@link JvmRuntime}: on any system. */
    OWN {
        @Override
        List<String> arguments(Path task, Path directory) {
            return List.of(
                    "-cp",
                    directory.resolve(CLASSES) + File.pathSeparator + libraries(task),
                    JvmRuntime.class.getName());
        }
    },

    /**
     * AWS's own, which brings libraries for Linux only. Nothing but itself is on its class path: it loads the package
     * from the directory in which it was started. Left to itself it unpacks its library to one place of the machine, and
     * two that start at once load each other's half-written file.
     */
    AWS {
        @Override
        List<String> arguments(Path task, Path directory) {
            return List.of(
                    // Else Java 25 says at each start that it loads one.
                    "--enable-native-access=ALL-UNNAMED",
                    "-D" + LIBRARY_PROPERTY + "=" + directory.resolve(LIBRARY),
                    "-cp",
                    Stream.of(
                                    AWSLambda.class,
                                    PojoSerializer.class,
                                    RequestStreamHandler.class,
                                    SdkInternalThreadLocal.class)
                            .map(JavaRuntime::jar)
                            .collect(Collectors.joining(File.pathSeparator)),
                    AWSLambda.class.getName(),
                    HANDLER);
        }
    };

    /** Jar of the package's own classes and of {@link JvmRuntime}. */
    static final String CLASSES = "function.jar";

    /** File name of the runtime's library, see {@link #library}. */
    static final String LIBRARY = "libaws-lambda-jni.so";

    private static final String LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** The handler that Quarkus puts into the package. */
    static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /**
     * Class path, main class and its arguments.
     *
     * @param task the unpacked package
     * @param directory where {@link JvmRuntime} and {@link #LIBRARY} are
     */
    abstract List<String> arguments(Path task, Path directory);

    /** The library for this machine's processor. */
    static InputStream library() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        return AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so");
    }

    /** One by one and in one order: classes are shared only where the class path is the same. */
    private static String libraries(Path task) {
        try (Stream<Path> files = Files.list(task.resolve("lib"))) {
            return files.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the libraries of the package", e);
        }
    }

    private static String jar(Class<?> type) {
        URI location = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(location).toString();
    }
}
