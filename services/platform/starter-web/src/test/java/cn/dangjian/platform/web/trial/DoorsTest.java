package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.doors.DoorReader;
import cn.dangjian.testkit.doors.DoorsFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DoorsTest {

    @Test
    void doorsOfTheTrialAnswerWhatIsWrittenDown() {
        var doors = DoorReader.doors("cn.dangjian.platform.web.trial", true);

        assertThat(DoorsFile.check(Path.of("src/test/resources"), doors)).isEmpty();
    }
}
