package cn.dangjian.member.person.register;

import static cn.dangjian.member.person.register.MemberRefusal.DUPLICATE;
import static cn.dangjian.member.person.register.MemberRefusal.UNKNOWN;

import cn.dangjian.member.person.privacy.KnownNumbers;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 变更档案: writes a file anew; what is not said stays, for nobody can send back what he is shown masked. */
@Service
class ChangeMember {

    private final Members members;
    private final MemberRepository repository;
    private final FileTexts texts;
    private final KnownNumbers knownNumbers;
    private final ObjectProvider<FileObserver> observers;

    ChangeMember(
            Members members,
            MemberRepository repository,
            FileTexts texts,
            KnownNumbers knownNumbers,
            ObjectProvider<FileObserver> observers) {
        this.members = members;
        this.repository = repository;
        this.texts = texts;
        this.knownNumbers = knownNumbers;
        this.observers = observers;
    }

    /** @param number only if another one was found to be right; null: it stays, as phone and address do */
    record FileRequest(
            @NotBlank @Size(max = 50) @Stripped String name,
            @Nullable @Size(max = 32) String number,
            @Nullable @Size(max = 4) String ethnicity,
            @Nullable @Size(max = 4) String education,
            @Nullable @Size(max = 8) String occupation,
            @Nullable @Pattern(regexp = "[0-9+() -]{5,20}") String phone,
            @Nullable @Size(max = 200) @Stripped String address) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "FileRequest[]";
        }
    }

    private record Typed(
            String name,
            String number,
            @Nullable String ethnicity,
            @Nullable String education,
            @Nullable String occupation,
            @Nullable String phone,
            @Nullable String address)
            implements FileTexts.Typed {
        /** Never in a log. */
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    @Transactional
    Member change(long id, FileRequest request, Seen seen, Desk desk) {
        if (request.number() != null) knownNumbers.admit(desk);
        // as whoever registers does, and before the person is held, as the end of a unit does: nobody gets two files
        // here
        if (request.number() != null)
            repository.find(id, desk.scope()).ifPresent(found -> members.lock(List.of(found.unit())));
        var member = repository.hold(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(member.version());
        var kept = repository.secrets(id);
        var file = texts.check(
                new Typed(
                        request.name(),
                        request.number() == null ? kept.number() : request.number(),
                        request.ethnicity(),
                        request.education(),
                        request.occupation(),
                        request.phone() == null ? kept.phone() : request.phone(),
                        request.address() == null ? kept.address() : request.address()),
                desk.today());
        var others = repository.withNumbers(List.of(members.index(file)), desk.scope()).stream()
                .filter(other -> other.id() != id)
                .toList();
        if (!others.isEmpty()) {
            knownNumbers.tell(others.getFirst().id(), desk);
            throw DUPLICATE.with(String.valueOf(others.getFirst().id()));
        }

        repository.update(member, file);
        var changed = repository.find(id, desk.scope()).orElseThrow();
        observers.orderedStream().forEach(observer -> observer.fileChanged(changed));
        return changed;
    }
}
