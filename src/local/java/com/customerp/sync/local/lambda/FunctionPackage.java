package com.customerp.sync.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The unpacked {@code function.zip}, as Lambda puts it into {@code /var/task}. A native package holds {@code bootstrap},
 * a JVM package classes and {@code lib}.
 */
public final class FunctionPackage {
    private static final String LOOP = JvmRuntime.class.getName().replace('.', '/') + ".class";
    private static final String LIBRARIES = "lib/";
    private static final int HEAP = 256;

    private final Path root;
    private final JavaRuntime runtime;
    private final int heap;
    private final List<String> sharing;

    private FunctionPackage(Path root, JavaRuntime runtime, int heap, List<String> sharing) {
        this.root = root;
        this.runtime = runtime;
        this.heap = heap;
        this.sharing = sharing;
    }

    /**
     * Unpacks a package.
     *
     * @param zip for example {@code target/function.zip}
     * @param directory where to; what an earlier package left there is removed, so it must be the package's own
     */
    public static FunctionPackage unpack(Path zip, Path directory) {
        FunctionPackage unpacked =
                new FunctionPackage(directory.toAbsolutePath().normalize(), JavaRuntime.OWN, HEAP, List.of());
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            FileTime built = Files.getLastModifiedTime(zip);
            remove(unpacked.task());
            for (ZipEntry entry : files(archive)) {
                Path file = inside(unpacked.task(), entry.getName());
                write(archive.getInputStream(entry), file);
                // Shared classes are taken only from files that are as they were.
                Files.setLastModifiedTime(file, built);
            }
            if (unpacked.isNative()) {
                Files.setPosixFilePermissions(unpacked.bootstrap(), EnumSet.allOf(PosixFilePermission.class));
                return unpacked;
            }
            Path classes = unpacked.runtime().resolve(JavaRuntime.CLASSES);
            pack(archive, classes);
            Files.setLastModifiedTime(classes, built);
            Path shared = unpacked.sharedClasses();
            return Files.exists(shared) && Files.getLastModifiedTime(shared).compareTo(built) >= 0
                    ? unpacked.with("-XX:SharedArchiveFile=" + shared)
                    : unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + zip, e);
        }
    }

    /** One jar of the package's own classes and {@link JvmRuntime}: classes of directories cannot be shared. */
    private static void pack(ZipFile archive, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (ZipEntry entry : files(archive)) {
                if (!entry.getName().startsWith(LIBRARIES)) {
                    pack(out, entry.getName(), archive.getInputStream(entry));
                }
            }
            pack(out, LOOP, JvmRuntime.class.getResourceAsStream("/" + LOOP));
        }
    }

    private static void pack(ZipOutputStream out, String name, InputStream content) throws IOException {
        try (content) {
            out.putNextEntry(new ZipEntry(name));
            content.transferTo(out);
        }
    }

    private static List<? extends ZipEntry> files(ZipFile archive) {
        return archive.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    /** Whether its functions start with the classes that {@link #recording} kept. */
    public boolean isShared() {
        return !sharing.isEmpty();
    }

    /**
     * The same, and a function of it keeps at its end all that it has loaded (class data sharing), so that those of later
     * unpackings start with less work. A native package has nothing to keep.
     */
    public FunctionPackage recording() {
        return with("-XX:ArchiveClassesAtExit=" + sharedClasses());
    }

    private FunctionPackage with(String option) {
        return new FunctionPackage(root, runtime, heap, List.of(option));
    }

    /** Whether it is a native executable. */
    public boolean isNative() {
        return Files.exists(bootstrap());
    }

    /** The same with AWS's own Java runtime, which is for Linux only; a native package is its own runtime. */
    public FunctionPackage onAwsRuntime() {
        try {
            write(JavaRuntime.library(), runtime().resolve(JavaRuntime.LIBRARY));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack AWS's Java runtime", e);
        }
        return new FunctionPackage(root, JavaRuntime.AWS, heap, List.of());
    }

    /** The same with a heap of so many megabytes, {@value #HEAP} otherwise; Lambda's follows from its memory. */
    public FunctionPackage withHeap(int megabytes) {
        return new FunctionPackage(root, runtime, megabytes, sharing);
    }

    /** Where the function runs. */
    Path task() {
        return root.resolve("task");
    }

    /** The command that starts a function, without any environment. */
    List<String> command() {
        String maximum = "-Xmx" + heap + "m";
        if (isNative()) {
            return List.of(bootstrap().toString(), maximum);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // As much as the classes take: else each step on the way there collects everything.
                "-XX:MetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                maximum));
        command.addAll(sharing);
        command.addAll(runtime.arguments(task(), runtime()));
        return command;
    }

    private Path runtime() {
        return root.resolve("runtime");
    }

    /** Only the JVM that wrote it can read it. */
    private Path sharedClasses() {
        return root.resolve("classes-" + Runtime.version() + ".jsa");
    }

    private Path bootstrap() {
        return task().resolve("bootstrap");
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("the package holds a file outside of its directory: " + name);
        }
        return file;
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(InputStream content, Path file) throws IOException {
        try (content) {
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
