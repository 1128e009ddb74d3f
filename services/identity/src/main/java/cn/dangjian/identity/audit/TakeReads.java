package cn.dangjian.identity.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调阅留痕: takes over what another service has shown of people; told again, it is written down once. */
@Service
class TakeReads {

    private final Trail trail;

    TakeReads(Trail trail) {
        this.trail = trail;
    }

    @Transactional
    void take(List<Deed> reads) {
        trail.recordAll(reads);
    }
}
