package cn.dangjian.member.person.register;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.NumberKind;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's file as it is today; what is sealed stands elsewhere.
 *
 * @param birthOn follows from the number, as the sex does
 * @param ethnicity GB/T 3304
 * @param education GB/T 4658
 * @param occupation GB/T 6565
 * @param account with which he signs in; null if he has none
 * @param since from when on he is what he is today
 */
public record Member(
        long id,
        String name,
        Sex sex,
        LocalDate birthOn,
        @Nullable String ethnicity,
        @Nullable String education,
        @Nullable String occupation,
        NumberKind numberKind,
        @Nullable Long account,
        Status status,
        UnitId unit,
        @Nullable MemberClass memberClass,
        boolean lost,
        LocalDate since,
        long version) {}
