package cn.dangjian.member.moving.floating;

import cn.dangjian.platform.seals.SealedRows;
import org.springframework.stereotype.Component;

/** Puts what is sealed of those who are away under the current key after that was changed. */
@Component
class SealedFloatings implements SealedRows {

    private final FloatingRepository repository;

    SealedFloatings(FloatingRepository repository) {
        this.repository = repository;
    }

    @Override
    public int reseal(int most) {
        return repository.reseal(most);
    }
}
