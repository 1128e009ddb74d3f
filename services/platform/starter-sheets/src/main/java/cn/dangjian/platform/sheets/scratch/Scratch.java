package cn.dangjian.platform.sheets.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files of this process; their names say whose they are, so that those of a process that was killed can be told. */
public final class Scratch {

    private static final String OWN = "dangjian-" + ProcessHandle.current().pid() + "-";
    private static final Pattern NAME = Pattern.compile("dangjian-([0-9]{1,18})-.*");

    private Scratch() {}

    /**
     * A new file; who asks for it deletes it.
     *
     * @param ending of its name, for example {@code .tmp}
     */
    public static Path file(String ending) throws IOException {
        return Files.createTempFile(OWN, ending);
    }

    /**
     * Deletes what processes have left that are no more. Those with the number of this one are an earlier one's, as long as
     * this one has made none.
     *
     * @return how many
     */
    static int sweep(Path folder) throws IOException {
        List<Path> left;
        try (var files = Files.list(folder)) {
            left = files.filter(Scratch::isLeft).toList();
        }
        for (var file : left) Files.deleteIfExists(file);
        return left.size();
    }

    static Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static boolean isLeft(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) return false;
        long pid = Long.parseLong(name.group(1));
        return pid == ProcessHandle.current().pid()
                || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }
}
