package cn.dangjian.member.care.discipline;

import cn.dangjian.platform.seals.SealedRows;
import org.springframework.stereotype.Component;

/** Puts the texts of entries under the current key after that was changed. */
@Component
class SealedEntries implements SealedRows {

    private final DisciplineRepository repository;

    SealedEntries(DisciplineRepository repository) {
        this.repository = repository;
    }

    @Override
    public int reseal(int most) {
        return repository.reseal(most);
    }
}
