package cn.dangjian.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** MariaDB 11.4 as MySQL's stand-in. */
final class MariaDbServer extends ChildServer {

    static final String ROOT = "root";

    /** Nothing waits for the disk: what the system has taken over outlives a killed server. */
    private static final List<String> FLEETING = List.of("--debug-no-sync", "--innodb-flush-log-at-trx-commit=2");

    private final ServerSettings settings;
    private final Path data;

    MariaDbServer(ServerSettings settings) {
        this.settings = settings;
        this.data = settings.data().resolve("mariadb").toAbsolutePath();
    }

    @Override
    public String name() {
        return "mariadb";
    }

    String url() {
        return "jdbc:mysql://127.0.0.1:" + settings.databasePort();
    }

    @Override
    ChildProcess launch() {
        var home = Unpacked.mariadb();
        if (!Files.isDirectory(data)) install(home);
        var command = command(home);
        command.addAll(List.of(
                "--datadir=" + data,
                "--bind-address=127.0.0.1",
                "--port=" + settings.databasePort(),
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--skip-name-resolve",
                "--skip-ssl",
                "--local-infile=1",
                "--default-time-zone=+00:00",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M",
                "--innodb-log-file-size=" + Math.max(64, settings.bufferPoolMegabytes() / 3) + "M",
                "--innodb-log-buffer-size=8M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=4M",
                "--table-open-cache=800",
                "--performance-schema=0"));
        return ChildProcess.start(
                name(), command, Map.of(), data, settings.logs().resolve("mariadb.log"));
    }

    @Override
    boolean answers() throws Exception {
        try (var connection = DriverManager.getConnection(
                url() + "/?connectTimeout=1000&socketTimeout=5000", ROOT, settings.rootPassword())) {
            return connection.isValid(1);
        }
    }

    private List<String> command(Path home) {
        var command = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--innodb-log-file-size=64M",
                "--innodb-use-native-aio=0",
                "--tmpdir=" + temporary()));
        if (settings.durable()) command.add("--innodb-flush-log-at-trx-commit=1");
        else command.addAll(FLEETING);
        if (System.getProperty("user.name").equals("root")) command.add("--user=root");
        return command;
    }

    /** A folder of its own: a server that starts deletes the temporary tables that it finds, another server's too. */
    private Path temporary() {
        try {
            return Files.createDirectories(data.resolveSibling(data.getFileName() + "-tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the system tables beside the final folder and renames, so that a folder that exists is whole. */
    private void install(Path home) {
        try {
            Files.createDirectories(data.getParent());
            var beside = Files.createTempDirectory(data.getParent(), "mariadb.");
            var script = beside.resolve("install.sql");
            Files.writeString(script, installation(home));
            var command = command(home);
            command.addAll(List.of("--datadir=" + beside, "--bootstrap", "--silent-startup"));
            Files.createDirectories(settings.logs());
            var log = settings.logs().resolve("mariadb-install.log").toFile();
            var process = new ProcessBuilder(command)
                    .redirectInput(script.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("MariaDB cannot make its system tables, see " + log);
            }
            Files.delete(script);
            Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB made its system tables", e);
        }
    }

    /** Only root with a password remains of the accounts that MariaDB makes by itself. */
    private String installation(Path home) throws IOException {
        return """
            create database mysql;
            use mysql;
            set @auth_root_socket = null;
            %s
            %s
            delete from global_priv;
            delete from proxies_priv;
            flush privileges;
            create user 'root'@'%%' identified by '%s';
            grant all privileges on *.* to 'root'@'%%' with grant option;
            """.formatted(
                        Files.readString(home.resolve("share/mariadb_system_tables.sql")),
                        Files.readString(home.resolve("share/mariadb_system_tables_data.sql")),
                        settings.rootPassword());
    }
}
