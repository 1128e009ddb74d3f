package cn.dangjian.member.person.register;

import static cn.dangjian.member.person.register.MemberRefusal.DAY_AHEAD;
import static cn.dangjian.member.person.register.MemberRefusal.DUPLICATE;
import static cn.dangjian.member.person.register.MemberRefusal.NOT_FORMAL;
import static cn.dangjian.member.person.register.MemberRefusal.UNIT_UNKNOWN;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.privacy.KnownNumbers;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 建档: a branch, or a unit above it, writes down somebody who belongs to it: a member, or whoever wants to become one. */
@Service
class RegisterMember {

    private final Members members;
    private final MemberRepository repository;
    private final FileTexts texts;
    private final KnownNumbers knownNumbers;

    RegisterMember(Members members, MemberRepository repository, FileTexts texts, KnownNumbers knownNumbers) {
        this.members = members;
        this.repository = repository;
        this.texts = texts;
        this.knownNumbers = knownNumbers;
    }

    /**
     * @param appliedOn when he asked to be admitted (递交入党申请书)
     * @param admittedOn when he was admitted on probation; null for whoever was not yet
     * @param since from when on he belongs to the unit; null if he always did
     */
    record NewMemberRequest(
            @NotBlank @Size(max = 50) @Stripped String name,
            @NotBlank @Size(max = 32) String number,
            @Nullable @Size(max = 4) String ethnicity,
            @Nullable @Size(max = 4) String education,
            @Nullable @Size(max = 8) String occupation,
            @Nullable @Pattern(regexp = "[0-9+() -]{5,20}") String phone,
            @Nullable @Size(max = 200) @Stripped String address,
            @Nullable MemberClass memberClass,
            @NotNull LocalDate appliedOn,
            @Nullable LocalDate activistOn,
            @Nullable LocalDate objectOn,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate fullOn,
            @Nullable LocalDate since,
            @Nullable @Size(max = 100) @Stripped String document)
            implements FileTexts.Typed {

        /** Never in a log. */
        @Override
        public String toString() {
            return "NewMemberRequest[]";
        }

        NewMember.Way way() {
            return new NewMember.Way(appliedOn, activistOn, objectOn, admittedOn, fullOn, since, memberClass, document);
        }
    }

    @Transactional
    Member register(UnitId id, NewMemberRequest request, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        NOT_FORMAL.unless(Members.holdsMembers(unit));
        var file = texts.check(request, desk.today());
        var way = request.way();
        way.ahead(desk.today()).ifPresent(field -> {
            throw DAY_AHEAD.with(field, desk.today().toString());
        });
        knownNumbers.admit(desk);
        UNIT_UNKNOWN.when(repository.lock(List.of(id)).isEmpty());
        var index = members.index(file);
        var known = repository.withNumbers(List.of(index), desk.scope());
        if (!known.isEmpty()) {
            knownNumbers.tell(known.getFirst().id(), desk);
            throw DUPLICATE.with(String.valueOf(known.getFirst().id()));
        }

        long number = members.reserve(1);
        members.add(
                List.of(new NewMember(number, file, way.happenings(new MemberId(number), id))),
                desk.subject(),
                desk.now());
        return repository.find(number, desk.scope()).orElseThrow();
    }
}
