package cn.dangjian.local.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int PEOPLE = 20_000;

    private final List<String> units =
            IntStream.range(0, 400).mapToObj(i -> "97010110%04d".formatted(i)).toList();
    private final Persons persons = new Persons(7, units, PEOPLE, TODAY);

    @Test
    void areTheSameWheneverTheyAreMade() {
        assertThat(persons.person(4711)).isEqualTo(new Persons(7, units, PEOPLE, TODAY).person(4711));
        assertThat(persons.person(4711)).isNotEqualTo(new Persons(8, units, PEOPLE, TODAY).person(4711));
    }

    @Test
    void haveNumbersThatPassTheCheckAndAreNobodys() {
        var numbers = new HashSet<String>();
        persons.stream().map(Person::number).forEach(number -> {
            assertThat(number).matches("7[89][0-9]{15}[0-9X]");
            assertThat(numbers.add(number)).isTrue();
            int sum = 0;
            for (int i = 0; i < 18; i++) {
                int digit = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
                sum += digit * (int) (Math.pow(2, 17 - i) % 11);
            }
            assertThat(sum % 11).isEqualTo(1);
        });
    }

    @Test
    void haveLivedInAnOrderThatCanBe() {
        persons.stream().forEach(person -> {
            assertThat(person.appliedOn()).isBeforeOrEqualTo(TODAY);
            assertThat(person.number().substring(6, 14))
                    .isEqualTo(person.birth().toString().replace("-", ""));
            var days = Stream.of(
                            person.appliedOn(),
                            person.activistOn(),
                            person.objectOn(),
                            person.admittedOn(),
                            person.fullOn())
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(days).isSorted();
            assertThat(days.getLast()).isBeforeOrEqualTo(TODAY);
            assertThat(person.memberClass() == null).isEqualTo(person.admittedOn() == null);
        });
    }

    @Test
    void areSpreadAsMembersAre() {
        long members =
                persons.stream().filter(person -> person.admittedOn() != null).count();
        long full = persons.stream().filter(person -> person.fullOn() != null).count();
        long women = persons.stream()
                .filter(person -> (person.number().charAt(16) - '0') % 2 == 0)
                .count();
        long inFirstUnit = persons.stream()
                .filter(person -> person.unit().equals(units.getFirst()))
                .count();

        assertThat(members * 100 / PEOPLE).isBetween(88L, 98L);
        assertThat((members - full) * 1000 / members).isBetween(10L, 60L);
        assertThat(women * 100 / PEOPLE).isBetween(27L, 33L);
        assertThat(inFirstUnit).isEqualTo(PEOPLE / 400);
    }
}
