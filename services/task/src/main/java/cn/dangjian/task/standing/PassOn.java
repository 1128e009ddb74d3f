package cn.dangjian.task.standing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 逐级下传: forwards what waits, wave after wave, in replicas side by side. What a process has left waits still, and a
 * forwarding names its assignment once.
 */
@Component
class PassOn {

    private static final Logger log = LoggerFactory.getLogger(PassOn.class);

    private final PassWave wave;

    PassOn(PassWave wave) {
        this.wave = wave;
    }

    @Scheduled(fixedDelayString = "PT0.2S")
    void passOn() {
        try {
            boolean more = true;
            while (more) more = wave.pass();
        } catch (PessimisticLockingFailureException e) {
            log.info("Somebody else was first; what waits is forwarded the next time: {}", e.getMessage());
        }
    }
}
