// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Set;

/**
 * A copy of the data of a running server, made into that of a standby: what pg_basebackup does, which the binaries of a
 * dependency do not bring. The log that the copy needs to become whole is streamed from the primary.
 */
final class BaseBackup extends SimpleFileVisitor<Path> {
    /** Folders that a copy has empty. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final String LOG = "pg_wal";

    private final Path from;
    private final Path to;
    private final ServerAccount account;

    private BaseBackup(Path from, Path to, ServerAccount account) {
        this.from = from;
        this.to = to;
        this.account = account;
    }

    static void take(OwnServer primary, Path from, ServerPrograms copy) throws IOException, SQLException {
        Path to = copy.directory().data();
        BaseBackup backup = new BaseBackup(from, to, copy.account());
        try (AdminConnection session = new AdminConnection(primary.dataSource().getConnection())) {
            session.execute("SELECT pg_backup_start('a standby for tests', true)");
            Files.walkFileTree(from, backup);
            backup.write("backup_label", session.text("SELECT labelfile FROM pg_backup_stop(false)"));
        }
        backup.write("standby.signal", "");
        backup.write(
                "postgresql.auto.conf",
                "primary_conninfo = 'host=localhost port=" + primary.port() + " user=" + primary.user()
                        + " application_name=standby'\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = to.resolve(name);
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        account.own(file);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Path copy = Files.createDirectory(target(folder));
        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(folder));
        account.own(copy);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isOf(file)) {
            return FileVisitResult.CONTINUE;
        }
        Path copy = target(file);
        try {
            Files.copy(file, copy);
            account.own(copy);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(copy);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        return failure instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, failure);
    }

    /** Whether a file belongs to the running server alone. */
    private boolean isOf(Path file) {
        Path inside = from.relativize(file);
        String top = inside.getName(0).toString();
        return top.startsWith("postmaster.") || top.equals(LOG) || EMPTIED.contains(top);
    }

    private Path target(Path source) {
        return to.resolve(from.relativize(source));
    }
}
