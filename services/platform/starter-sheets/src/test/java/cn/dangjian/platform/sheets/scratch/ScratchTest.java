package cn.dangjian.platform.sheets.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @Test
    void deletesWhatIsLeftOfProcessesThatAreNoMore(@TempDir Path folder) throws IOException {
        long mine = ProcessHandle.current().pid();
        long alive = ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> pid != mine)
                .filter(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent())
                .min()
                .orElseThrow();
        var kept = Files.createFile(folder.resolve("dangjian-" + alive + "-1.tmp"));
        var others = Files.createFile(folder.resolve("upload-1.tmp"));
        Files.createFile(folder.resolve("dangjian-" + Integer.MAX_VALUE + "-1.tmp"));
        Files.createFile(folder.resolve("dangjian-" + mine + "-1.tmp"));

        assertThat(Scratch.sweep(folder)).isEqualTo(2);
        assertThat(folder).isDirectoryContaining(kept::equals).isDirectoryContaining(others::equals);
    }

    @Test
    void namesItsFilesSoThatTheyCanBeTold() throws IOException {
        var file = Scratch.file(".tmp");

        assertThat(file.getFileName().toString())
                .startsWith("dangjian-" + ProcessHandle.current().pid() + "-")
                .endsWith(".tmp");
        Files.delete(file);
    }
}
