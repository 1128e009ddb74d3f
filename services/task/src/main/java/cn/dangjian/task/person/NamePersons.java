package cn.dangjian.task.person;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.assignment.MoveAssignment;
import cn.dangjian.task.dispatch.Dispatch;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.flow.State;
import cn.dangjian.task.person.PersonTable.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 落实到人: a unit says who of it has to do what, until when; whom it does not name any more is released. */
@Service
class NamePersons {

    private final MoveAssignment assignments;
    private final PersonTable persons;
    private final PostTable posts;

    NamePersons(MoveAssignment assignments, PersonTable persons, PostTable posts) {
        this.assignments = assignments;
        this.persons = persons;
        this.posts = posts;
    }

    /**
     * A responsible person.
     *
     * @param title of his post, for example 村党组织书记
     * @param post the post that he holds, if he has an account
     * @param duty what is done when it is done, in words that can be measured
     * @param until null for the date of the unit
     */
    record Person(
            @NotBlank @Stripped @Size(max = 100) String title,
            @Nullable Long post,

            @NotBlank @Stripped(lines = true) @Size(max = 1000)
            String duty,

            @Nullable OffsetDateTime until) {}

    record PersonsRequest(@NotEmpty @Size(max = 50) List<@NotNull @Valid Person> persons) {}

    @Transactional
    void name(AssignmentId id, PersonsRequest request, Desk desk, Seen seen) {
        var held = assignments.own(id, Move.BREAK_DOWN, desk, seen);
        var due = assignments.due(held);
        persons.replace(
                id,
                request.persons().stream()
                        .map(person -> named(person, due, desk))
                        .toList(),
                desk);
        if (held.state() != State.BROKEN_DOWN) assignments.move(held, Move.WORK, desk);
    }

    private Named named(Person person, OffsetDateTime due, Desk desk) {
        var until = Dispatch.kept(Objects.requireNonNullElse(person.until(), due));
        if (until.isAfter(due)) throw PersonRefusal.LATER.with(person.title(), due);
        PersonRefusal.PAST.when(person.until() != null && !until.toInstant().isAfter(desk.now()));
        var post = person.post();
        if (post == null) return new Named(person.title(), null, null, person.duty(), until);
        var account = posts.findAccount(post, desk.unit().id())
                .orElseThrow(() -> PersonRefusal.NO_SUCH_POST.with(person.title()));
        return new Named(person.title(), post, account, person.duty(), until);
    }
}
