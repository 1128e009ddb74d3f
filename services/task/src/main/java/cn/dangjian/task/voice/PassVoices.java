package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.UnitId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 承继: what waits for a reply goes on with its assignment at the heir, and the heir of an issuer that ended replies. */
@Component
public class PassVoices {

    private final VoiceRepository voices;

    PassVoices(VoiceRepository voices) {
        this.voices = voices;
    }

    /** @param assignments that go on at the heir */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(UnitId ended, UnitId heir, List<Long> assignments) {
        voices.passIssuer(ended, heir);
        if (!assignments.isEmpty()) voices.passUnit(assignments, heir);
    }
}
