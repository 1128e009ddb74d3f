package cn.dangjian.member.person.register;

import cn.dangjian.platform.seals.SealedRows;
import org.springframework.stereotype.Component;

/** Puts what is sealed of people under the current key after that was changed. */
@Component
class SealedMembers implements SealedRows {

    private final MemberRepository repository;

    SealedMembers(MemberRepository repository) {
        this.repository = repository;
    }

    @Override
    public int reseal(int most) {
        return repository.reseal(most);
    }
}
