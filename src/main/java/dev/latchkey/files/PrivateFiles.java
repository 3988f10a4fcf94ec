package dev.latchkey.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * One folder of private files: mode 0600 in a folder of mode 0700, where the file system knows
 * modes. A file is on disk, under its name and whole, when a write returns.
 */
public final class PrivateFiles {
    private final Path folder;

    private PrivateFiles(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder when it is missing, and leaves an existing one's mode alone. */
    public static PrivateFiles in(Path folder) throws IOException {
        var real = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
        Files.createDirectories(real, mode(real, "rwx------"));
        return new PrivateFiles(real);
    }

    /** Writes or replaces. */
    public Path write(String name, byte[] content) throws IOException {
        var target = folder.resolve(name);
        Files.move(temporary(content), target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
        return target;
    }

    /**
     * Writes unless there is one. False when somebody else's is there, maybe since a moment ago:
     * then theirs counts.
     */
    public boolean writeNew(String name, byte[] content) throws IOException {
        var target = folder.resolve(name);
        var temporary = temporary(content);
        try {
            link(target, temporary);
            syncFolder();
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * A hard link appears at once and never replaces; where there are none, a move is nearly as
     * good.
     */
    private static void link(Path target, Path temporary) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.move(temporary, target);
        }
    }

    private Path temporary(byte[] content) throws IOException {
        var path = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try (var channel =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                        mode(folder, "rw-------"))) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return path;
    }

    /**
     * Makes the new name itself survive a loss of power. Windows opens no folders, and keeps the
     * name anyway.
     */
    private void syncFolder() throws IOException {
        if (knowsModes(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return knowsModes(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
