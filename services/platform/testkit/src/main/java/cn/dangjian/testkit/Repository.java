package cn.dangjian.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are: the folder that holds {@code config-repo}. */
public final class Repository {

    private Repository() {}

    /** The root of the checkout in which the test runs. */
    public static Path root() {
        var folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("config-repo"))) folder = folder.getParent();
        if (folder == null) throw new IllegalStateException("No config-repo above " + System.getProperty("user.dir"));
        return folder;
    }
}
