package cn.dangjian.member.person.register;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to have a file.
 *
 * @param happenings what has happened to him so far, at least that he belongs to a unit
 */
public record NewMember(long id, FileText file, List<Happening> happenings) {

    /**
     * What is known of somebody's way so far.
     *
     * @param appliedOn when he asked to be admitted (递交入党申请书)
     * @param admittedOn when he was admitted on probation; null for whoever was not yet
     * @param since from when on he belongs to the unit; null if he always did
     */
    public record Way(
            LocalDate appliedOn,
            @Nullable LocalDate activistOn,
            @Nullable LocalDate objectOn,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate fullOn,
            @Nullable LocalDate since,
            @Nullable MemberClass memberClass,
            @Nullable String document) {

        /** The first of the days that is still to come, by its name. */
        public Optional<String> ahead(LocalDate today) {
            var days = new LinkedHashMap<String, @Nullable LocalDate>();
            days.put("appliedOn", appliedOn);
            days.put("activistOn", activistOn);
            days.put("objectOn", objectOn);
            days.put("admittedOn", admittedOn);
            days.put("fullOn", fullOn);
            days.put("since", since);
            return days.entrySet().stream()
                    .filter(day -> day.getValue() != null && day.getValue().isAfter(today))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** What the days make of him: the latest one, and of two steps on one day the later step. */
        public Status status() {
            var steps = new LinkedHashMap<Status, @Nullable LocalDate>();
            steps.put(Status.ACTIVIST, activistOn);
            steps.put(Status.OBJECT, objectOn);
            steps.put(Status.PROBATIONARY, admittedOn);
            steps.put(Status.FULL, fullOn);
            var made = Status.APPLICANT;
            var last = appliedOn;
            for (var step : steps.entrySet()) {
                var day = step.getValue();
                if (day == null || day.isBefore(last)) continue;
                made = step.getKey();
                last = day;
            }
            return made;
        }

        public List<Happening> happenings(MemberId id, UnitId unit) {
            var all = new ArrayList<Happening>();
            all.add(Happening.of(id, EventKind.APPLIED, appliedOn));
            add(all, id, EventKind.ACTIVIST, activistOn);
            add(all, id, EventKind.OBJECT, objectOn);
            add(all, id, EventKind.ADMITTED, admittedOn);
            add(all, id, EventKind.FULL, fullOn);
            var first =
                    all.stream().map(Happening::day).min(LocalDate::compareTo).orElse(appliedOn);
            all.add(Happening.arrived(id, unit, since == null ? first : since));
            if (memberClass != null) all.add(Happening.classed(id, memberClass, classedOn(first)));
            return all.stream().map(each -> each.by(document)).toList();
        }

        /** Of which class somebody is, is said of members; who he was before that, nobody knows. */
        private LocalDate classedOn(LocalDate first) {
            if (since != null) return since;
            return admittedOn == null ? first : admittedOn;
        }

        private static void add(List<Happening> all, MemberId id, EventKind kind, @Nullable LocalDate day) {
            if (day != null) all.add(Happening.of(id, kind, day));
        }
    }
}
