package cn.dangjian.organization.field.weak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import org.junit.jupiter.api.Test;

class WeakCaseEventTest {

    private static final String TYPE = "organization.weak-case-changed.v1";

    @Test
    void theExampleFitsTheSchema() {
        String example = EventExamples.load("organization", "weak-case-changed.v1");

        EventSchemas.validate(TYPE, example);
        assertThat(EventSchemas.violations(TYPE, example.replace("CONFIRMED", "LOST")))
                .isNotEmpty();
    }
}
