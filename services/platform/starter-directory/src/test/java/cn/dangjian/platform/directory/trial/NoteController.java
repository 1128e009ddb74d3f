package cn.dangjian.platform.directory.trial;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoteController {

    private final NoteTable notes;
    private final Desks desks;

    NoteController(NoteTable notes, Desks desks) {
        this.notes = notes;
        this.desks = desks;
    }

    /** Who acts, as a statement fills it in, which unit is asked about, and from where to where it goes. */
    record ActorView(String subject, long asked, String from, String to) {}

    record DeskView(long unit, String scope, String today, boolean belowCounty, boolean atTownship, List<Long> seen) {}

    @GetMapping("/v1/desk")
    DeskView desk(@RequestParam List<UnitId> units, Desk desk) {
        return view(units, desk);
    }

    @GetMapping("/v1/desk/own")
    DeskView own(@RequestParam List<UnitId> units, @OwnUnit Desk desk) {
        return view(units, desk);
    }

    @GetMapping("/v1/desk/line")
    DeskView line(@RequestParam List<UnitId> units, @Subtree(lines = true) Desk desk) {
        return view(units, desk);
    }

    @GetMapping("/v1/desk/below")
    ActorView below(@RequestParam(required = false) @Nullable UnitId unit, Caller caller) {
        var desk = desks.of(caller);
        var asked = desk.asked(unit).orElseThrow(NoteRefusal.UNKNOWN);
        var below = desk.below(unit).orElseThrow(NoteRefusal.UNKNOWN);
        return new ActorView(notes.writtenBy(desk), asked.id().value(), below.from(), below.to());
    }

    private static DeskView view(List<UnitId> units, Desk desk) {
        var seen = units.stream()
                .filter(unit -> desk.find(unit).isPresent())
                .map(UnitId::value)
                .toList();
        return new DeskView(
                desk.unit().id().value(),
                desk.scope().from(),
                desk.today().toString(),
                desk.isBelow(Tier.COUNTY),
                desk.isAt(Tier.TOWNSHIP),
                seen);
    }

    @GetMapping("/v1/notes")
    Page<Note> notes(Slice slice, @Subtree Scope scope) {
        return slice.newest(notes.list(slice, scope), Note::id);
    }

    @GetMapping("/v1/notes/by-unit")
    Page<Note> inTree(Slice slice, @Subtree Scope scope) {
        return slice.inTree(notes.listInTree(slice, scope), Note::place, Note::id);
    }

    @Transactional
    @PutMapping("/v1/notes/{id}/state")
    public ResponseEntity<Note> close(@PathVariable long id, Seen seen, Desk desk) {
        var note = notes.find(id, desk.scope()).orElseThrow(NoteRefusal.UNKNOWN);
        seen.require(note.version());
        notes.close(note);
        NoteRefusal.CLOSED.when(note.state() == Note.State.CLOSED);
        return Reply.ok(notes.find(id, desk.scope()).orElseThrow());
    }
}
