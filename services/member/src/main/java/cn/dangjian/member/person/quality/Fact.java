package cn.dangjian.member.person.quality;

import cn.dangjian.member.person.standing.Status;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a file should say (R-27, as we read the annual tables): each constant says of whom it is asked, and how SQL sees
 * that it is there, with m as the person and s as his open period.
 */
public enum Fact {
    NUMBER("18位公民身份号码", all(), "m.number_kind <> 'LEGACY'"),
    ETHNICITY("民族", all(), "m.ethnicity is not null"),
    EDUCATION("学历", all(), "m.education is not null"),
    OCCUPATION("职业", all(), "m.occupation is not null"),
    PHONE("联系电话", all(), "m.sealed_phone is not null"),
    ADDRESS("住址", all(), "m.sealed_address is not null"),
    CLASS("党员类别", members(), "s.member_class is not null"),
    APPLIED("申请入党日期", all(), happened("APPLIED")),
    ADMITTED("入党日期", members(), happened("ADMITTED")),
    FULL("转正日期", EnumSet.of(Status.FULL), happened("FULL"));

    private final String title;
    private final Set<Status> of;
    private final String there;

    Fact(String title, Set<Status> of, String there) {
        this.title = title;
        this.of = of;
        this.there = there;
    }

    /** In Chinese. */
    public String title() {
        return title;
    }

    boolean isAskedOf(Status status) {
        return of.contains(status);
    }

    /** Whether it is asked and not there, as SQL. */
    String missing() {
        return "(" + asked() + " and not (" + there + "))";
    }

    String asked() {
        return of.size() == Status.values().length
                ? "true"
                : "s.status in ("
                        + String.join(
                                ",",
                                of.stream()
                                        .map(status -> "'" + status.name() + "'")
                                        .toList()) + ")";
    }

    private static Set<Status> all() {
        return EnumSet.allOf(Status.class);
    }

    private static Set<Status> members() {
        return EnumSet.copyOf(Status.MEMBERS);
    }

    private static String happened(String kind) {
        return "exists (select 1 from member_event e force index (member_event_member) where e.member_id = m.id and"
                + " e.kind = '"
                + kind + "' and not exists (select 1 from member_strike x where x.event_id = e.id))";
    }
}
