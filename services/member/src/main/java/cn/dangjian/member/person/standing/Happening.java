package cn.dangjian.member.person.standing;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person, to be written down.
 *
 * @param unit to which he belongs from that day on; only of {@code ARRIVED}
 * @param memberClass of which class he is from that day on; only of {@code CLASSED}
 * @param document by which document (文号)
 */
public record Happening(
        MemberId member,
        EventKind kind,
        LocalDate day,
        @Nullable UnitId unit,
        @Nullable MemberClass memberClass,
        @Nullable String document,
        @Nullable String reason) {

    public Happening {
        if (kind.namesUnit() != (unit != null)) throw new IllegalArgumentException(kind + " and a unit");
        if (kind.namesClass() != (memberClass != null)) throw new IllegalArgumentException(kind + " and a class");
    }

    public static Happening of(MemberId member, EventKind kind, LocalDate day) {
        return new Happening(member, kind, day, null, null, null, null);
    }

    public static Happening arrived(MemberId member, UnitId unit, LocalDate day) {
        return new Happening(member, EventKind.ARRIVED, day, unit, null, null, null);
    }

    public static Happening classed(MemberId member, MemberClass memberClass, LocalDate day) {
        return new Happening(member, EventKind.CLASSED, day, null, memberClass, null, null);
    }

    public Happening by(@Nullable String paper) {
        return new Happening(member, kind, day, unit, memberClass, paper, reason);
    }

    public Happening because(@Nullable String why) {
        return new Happening(member, kind, day, unit, memberClass, document, why);
    }
}
