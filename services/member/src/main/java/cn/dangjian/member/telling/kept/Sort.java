package cn.dangjian.member.telling.kept;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.Status;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Who is counted together. */
record Sort(Status status, @Nullable MemberClass memberClass) implements Comparable<Sort> {

    private static final Comparator<Sort> ORDER =
            Comparator.comparing((Sort sort) -> sort.status().name()).thenComparing(Sort::className);

    /** @param memberClass its name; null or empty if nobody has written it down */
    static Sort of(String status, @Nullable String memberClass) {
        return new Sort(
                Status.valueOf(status),
                memberClass == null || memberClass.isEmpty() ? null : MemberClass.valueOf(memberClass));
    }

    /** Empty if nobody has written it down. */
    String className() {
        return memberClass == null ? "" : memberClass.name();
    }

    @Override
    public int compareTo(Sort other) {
        return ORDER.compare(this, other);
    }
}
