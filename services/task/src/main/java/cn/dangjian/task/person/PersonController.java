package cn.dangjian.task.person;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.person.NamePersons.PersonsRequest;
import cn.dangjian.task.person.PersonTable.PersonView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Door of who has to do it. */
@Tag(name = "persons 责任人")
@RestController
class PersonController {

    private final NamePersons namePersons;
    private final PersonTable persons;

    PersonController(NamePersons namePersons, PersonTable persons) {
        this.namePersons = namePersons;
        this.persons = persons;
    }

    record PersonsView(AssignmentId assignment, List<PersonView> persons) {}

    @Operation(
            summary =
                    "落实责任人 / Say who of one's own unit has to do what of an assignment; replaces who was named before")
    @PostMapping("/v1/assignments/{id}/persons")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PersonsView> name(
            @PathVariable AssignmentId id, @Valid @RequestBody PersonsRequest request, @OwnUnit Desk desk, Seen seen) {
        namePersons.name(id, request, desk, seen);
        return Reply.created(new PersonsView(id, persons.list(id, desk.scope())));
    }

    @Operation(summary = "责任人 / Who has to do what of an assignment in one's own part of the tree")
    @GetMapping("/v1/assignments/{id}/persons")
    PersonsView list(@PathVariable AssignmentId id, @Subtree(lines = true) Scope scope) {
        PersonRefusal.UNKNOWN.unless(persons.exists(id, scope));
        return new PersonsView(id, persons.list(id, scope));
    }
}
