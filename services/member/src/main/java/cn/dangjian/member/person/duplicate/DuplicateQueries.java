package cn.dangjian.member.person.duplicate;

import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/**
 * Files that may be of one person. Of few people (a village, most counties) all are compared with each other. Of more,
 * those of the whole province are compared first, along an index that holds what is compared ({@code member_number},
 * {@code member_birth}); few are left, and of those the ones in the scope are shown. In one statement the optimizer
 * would begin with the scope, and compare the province for each of its people.
 */
@Repository
class DuplicateQueries {

    /** So many are looked at for the next files; two lists of them are the points of an index. */
    private static final int AT_ONCE = 50;

    private static final int FEW = 50_000;

    private static final String FILES = """
        select f.id, f.name, f.birth_on, f.status, f.unit, f.unit_name, f.same_as from (
            select m.id, m.name, m.birth_on, m.name_key, m.number_index, s.status, u.id unit, u.name unit_name,
                   min(m.id) over one same_as, min(m.number_index) over one least, max(m.number_index) over one most,
                   count(*) over one files
              from %s
            window one as (partition by %s)) f
         where f.files > 1 and %s order by %s, f.id\
        """;

    private static final String OF_THESE = """
        member m
              straight_join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
              straight_join unit u on u.id = s.unit_id and {scope u}
             where %s\
        """;

    private static final String OF_FEW = """
        unit u
              straight_join standing s on s.unit_id = u.id and s.to_on = '9999-12-31'
              straight_join member m on m.id = s.member_id
             where {scope u}\
        """;

    private static final String LATER_NUMBER = "(f.number_index <> :number or f.id > :id)";
    private static final String LATER_PERSON =
            "f.least <> f.most and (f.birth_on <> :birthOn or f.name_key <> :nameKey or f.id > :id)";

    private static final String BY_NUMBER = FILES.formatted(
            OF_THESE.formatted("m.number_index in (:numbers)"), "m.number_index", LATER_NUMBER, "f.number_index");

    private static final String BY_NUMBER_OF_FEW =
            FILES.formatted(OF_FEW, "m.number_index", LATER_NUMBER + " and f.number_index >= :number", "f.number_index")
                    + " limit :most";

    private static final String BY_NAME = FILES.formatted(
            OF_THESE.formatted("m.birth_on in (:births) and m.name_key in (:names)"),
            "m.birth_on, m.name_key",
            LATER_PERSON + """
                 and (f.birth_on > :firstBirth or f.birth_on = :firstBirth and f.name_key >= :firstName)
                   and (f.birth_on < :lastBirth or f.birth_on = :lastBirth and f.name_key <= :lastName)\
                """,
            "f.birth_on, f.name_key");

    private static final String BY_NAME_OF_FEW = FILES.formatted(
                    OF_FEW,
                    "m.birth_on, m.name_key",
                    LATER_PERSON + " and (f.birth_on > :birthOn or f.birth_on = :birthOn and f.name_key >= :nameKey)",
                    "f.birth_on, f.name_key")
            + " limit :most";

    private final Rows rows;
    private final int few;

    @Autowired
    DuplicateQueries(Rows rows) {
        this(rows, FEW);
    }

    /** @param few of so many people all are compared with each other */
    DuplicateQueries(Rows rows, int few) {
        this.rows = rows;
        this.few = few;
    }

    /**
     * A file that may be of the person of another one.
     *
     * @param sameAs the first of the files that may be of one person
     */
    record Twin(long id, String name, LocalDate birthOn, Status status, UnitId unit, String unitName, long sameAs) {}

    private record Person(LocalDate birthOn, String nameKey) {}

    private static final Person START = new Person(LocalDate.of(1000, 1, 1), "");

    /**
     * Files with one number of which the caller sees at least two.
     *
     * @param after the file behind which the list goes on; 0 at its beginning
     */
    List<Twin> listByNumber(long after, int most, Scope scope) {
        String last = numberOf(after).orElse("");
        if (isFew(scope)) {
            return rows.sql(BY_NUMBER_OF_FEW)
                    .in(scope)
                    .with("number", last)
                    .with("id", after)
                    .with("most", most)
                    .list(Twin.class);
        }
        var found = new ArrayList<Twin>();
        var numbers = numbersFrom(last, true);
        while (!numbers.isEmpty() && found.size() < most) {
            found.addAll(rows.sql(BY_NUMBER)
                    .in(scope)
                    .with("numbers", numbers)
                    .with("number", last)
                    .with("id", after)
                    .list(Twin.class));
            if (numbers.size() < AT_ONCE) break;
            numbers = numbersFrom(numbers.getLast(), false);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Files with one name and birth day and different numbers, of which the caller sees at least two. */
    List<Twin> listByName(long after, int most, Scope scope) {
        var last = personOf(after).orElse(START);
        if (isFew(scope)) {
            return rows.sql(BY_NAME_OF_FEW)
                    .in(scope)
                    .with(last)
                    .with("id", after)
                    .with("most", most)
                    .list(Twin.class);
        }
        var found = new ArrayList<Twin>();
        var persons = personsFrom(last, true);
        while (!persons.isEmpty() && found.size() < most) {
            found.addAll(rows.sql(BY_NAME)
                    .in(scope)
                    .with("births", persons.stream().map(Person::birthOn).toList())
                    .with("names", persons.stream().map(Person::nameKey).toList())
                    // one's day and another's name are somebody of another page
                    .with("firstBirth", persons.getFirst().birthOn())
                    .with("firstName", persons.getFirst().nameKey())
                    .with("lastBirth", persons.getLast().birthOn())
                    .with("lastName", persons.getLast().nameKey())
                    .with(last)
                    .with("id", after)
                    .list(Twin.class));
            if (persons.size() < AT_ONCE) break;
            persons = personsFrom(persons.getLast(), false);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Counts no further than that. */
    private boolean isFew(Scope scope) {
        return rows.sql("""
            select count(*) from (
                select 1 from unit u straight_join standing s on s.unit_id = u.id and s.to_on = '9999-12-31'
                 where {scope u} limit :most) p\
            """).in(scope).with("most", few + 1).list(Integer.class).getFirst() <= few;
    }

    @Unscoped("where a list goes on; nobody sees it")
    private Optional<String> numberOf(long id) {
        return rows.unscoped("select number_index from member where id = :id")
                .with("id", id)
                .find(String.class);
    }

    @Unscoped("where a list goes on; nobody sees it")
    private Optional<Person> personOf(long id) {
        return rows.unscoped("select birth_on, name_key from member where id = :id")
                .with("id", id)
                .find(Person.class);
    }

    @Unscoped("what several files have in common; of the files those in the scope are shown")
    private List<String> numbersFrom(String last, boolean included) {
        return rows.unscoped("select number_index from member where number_index " + (included ? ">=" : ">") + """
             :number group by number_index having count(*) > 1 order by number_index limit :most\
            """)
                .with("number", last)
                .with("most", AT_ONCE)
                .list(String.class);
    }

    @Unscoped("what several files have in common; of the files those in the scope are shown")
    private List<Person> personsFrom(Person last, boolean included) {
        return rows.unscoped("""
            select birth_on, name_key from member
             where birth_on >= :birthOn and (birth_on > :birthOn or name_key > :nameKey or (:included and name_key = :nameKey))
             group by birth_on, name_key having count(*) > 1 order by birth_on, name_key limit :most\
            """)
                .with(last)
                .with("included", included)
                .with("most", AT_ONCE)
                .list(Person.class);
    }

    /** Who has a number, and in which county; where a unit is in none, the unit itself. */
    record Holder(long id, String name, String county) {}

    @Unscoped("answers yes or no to whoever knows name and number")
    List<Holder> listHolders(String index) {
        return rows.unscoped("""
            select m.id, m.name, coalesce(c.name, u.name) county
              from member m join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
              join unit u on u.id = s.unit_id
              left join unit c on c.tier = 'COUNTY' and c.path in (substring(u.path, 1, 10), substring(u.path, 1, 15))
             where m.number_index = :index order by m.id\
            """).with("index", index).list(Holder.class);
    }
}
