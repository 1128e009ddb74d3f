package cn.dangjian.organization.field.joint;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 兼职委员与联席会议: the street or community seats people of resident units and writes down the meetings. */
@Service
class RunJointBody {

    private final JointRepository bodies;
    private final Directory directory;
    private final Days days;

    RunJointBody(JointRepository bodies, Directory directory, Days days) {
        this.bodies = bodies;
        this.directory = directory;
        this.days = days;
    }

    /** @param to the last day; null while it lasts */
    record Place(
            String unit,
            String name,
            String duty,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** @param minutes a file of the archive */
    record Meeting(
            LocalDate day,
            String topic,
            String decisions,
            @Nullable String minutes) {}

    @Transactional
    Outcome seat(long id, Place place, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchBody();
        if (!isOwn(found.get(), caller)) return new Outcome.NotYours();
        if (place.to() != null && place.to().isBefore(place.from())) return new Outcome.DaysUnfit();

        return new Outcome.Done(bodies.insert(id, place));
    }

    @Transactional
    Outcome leave(long id, long seat, LocalDate day, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchBody();
        var held = bodies.listSeats(id).stream().filter(one -> one.id() == seat).findFirst();
        if (held.isEmpty()) return new Outcome.NoSuchSeat();
        if (!isOwn(found.get(), caller)) return new Outcome.NotYours();
        var last = held.get().toDay();
        if (day.isBefore(held.get().fromDay()) || (last != null && last.isBefore(day))) return new Outcome.DaysUnfit();

        bodies.end(seat, day);
        return new Outcome.Done(seat);
    }

    @Transactional
    Outcome meet(long id, Meeting meeting, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) return new Outcome.NoSuchBody();
        if (!isOwn(found.get(), caller)) return new Outcome.NotYours();
        var foundedOn = found.get().foundedOn();
        if (foundedOn == null) return new Outcome.NotFounded();
        if (meeting.day().isBefore(foundedOn) || meeting.day().isAfter(days.today())) return new Outcome.DaysUnfit();

        return new Outcome.Done(bodies.insert(id, meeting, caller, days.now()));
    }

    private Optional<JointBody> find(long id, Caller caller) {
        return bodies.find(id, Scope.subtree(directory.unitOf(caller).path()));
    }

    private static boolean isOwn(JointBody body, Caller caller) {
        return body.unitId().value() == caller.unit();
    }

    sealed interface Outcome {
        record Done(long id) implements Outcome {}

        record NoSuchBody() implements Outcome {}

        record NoSuchSeat() implements Outcome {}

        record NotYours() implements Outcome {}

        record NotFounded() implements Outcome {}

        record DaysUnfit() implements Outcome {}
    }
}
