package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.DESTINATION_UNKNOWN;
import static cn.dangjian.member.moving.transfer.TransferRefusal.NOT_FORMAL;
import static cn.dangjian.member.moving.transfer.TransferRefusal.ONE_PLACE;
import static cn.dangjian.member.moving.transfer.TransferRefusal.OTHER_SORT;
import static cn.dangjian.member.moving.transfer.TransferRefusal.SAME_UNIT;
import static cn.dangjian.member.moving.transfer.TransferRefusal.UNDER_WAY;
import static cn.dangjian.member.moving.transfer.TransferStep.CORRECTED;
import static cn.dangjian.member.moving.transfer.TransferStep.REQUESTED;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.MemberRefusal;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 申请转出: a branch, or its township, asks that somebody of it may go; to a branch of this province, or to another one. */
@Service
class AskTransfer {

    static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

    private final MovePerson mover;
    private final TransferRepository transfers;
    private final Transfers tell;
    private final Directory directory;
    private final Cases<State, TransferStep> cases;

    AskTransfer(MovePerson mover, TransferRepository transfers, Transfers tell, Directory directory, CaseStore store) {
        this.mover = mover;
        this.transfers = transfers;
        this.tell = tell;
        this.directory = directory;
        this.cases = store.of(TransferStep.KIND);
    }

    /**
     * @param destination any branch of the province; null for another province
     * @param elsewhere the organisation in another province; null for a branch of this one
     * @param duesPaidTo until which month, for example 2026-03
     */
    record TransferRequest(
            @Nullable UnitId destination,
            @Nullable @Size(max = 200) @Stripped String elsewhere,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason,

            @Nullable @Pattern(regexp = MONTH) String duesPaidTo) {}

    /** @param duesPaidTo null: as it was */
    record CorrectionRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason,

            @Nullable @Pattern(regexp = MONTH) String duesPaidTo) {}

    @Transactional
    Transfer ask(long id, TransferRequest request, Desk desk) {
        var person = mover.hold(id, desk).orElseThrow(MemberRefusal.UNKNOWN);
        var origin = desk.known(person.unit()).orElseThrow();
        cases.mayOpen(REQUESTED, origin, desk);
        mover.refuse(person, origin, desk);
        var open = transfers.findUnderWay(id);
        if (open.isPresent()) throw UNDER_WAY.with(String.valueOf(open.get()));
        var destination = destination(request, origin);

        var opened = cases.open(REQUESTED, origin, destination, Said.today(desk).note(request.reason()), desk);
        transfers.insert(row(opened.id(), person, request));
        return tell.of(opened.id(), desk);
    }

    @Transactional
    Transfer correct(long id, CorrectionRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(CORRECTED, Said.today(desk).note(request.reason()), seen);
        var transfer = transfers.find(id, desk.scope()).orElseThrow();
        OTHER_SORT.when(transfer.sort() == Sort.IN);
        var person = mover.held(transfer, held.file().unit(), desk);

        held.take();
        transfers.correct(id, person, request.reason(), request.duesPaidTo());
        return tell.of(id, desk);
    }

    private @Nullable Unit destination(TransferRequest request, Unit origin) {
        ONE_PLACE.when((request.destination() == null) == (request.elsewhere() == null));
        if (request.destination() == null) return null;
        SAME_UNIT.when(request.destination().equals(origin.id()));
        var found = named(request.destination());
        NOT_FORMAL.unless(Members.holdsMembers(found));
        return found;
    }

    @Unscoped("which branches there are is public: people name the one to which somebody goes")
    private Unit named(UnitId id) {
        return directory.named(List.of(id.value())).stream()
                .filter(unit -> !unit.isAbolished())
                .findFirst()
                .orElseThrow(DESTINATION_UNKNOWN);
    }

    private static TransferRepository.Row row(long id, Member person, TransferRequest request) {
        return new TransferRepository.Row(
                id,
                request.destination() == null ? Sort.OUT : Sort.WITHIN,
                person.id(),
                person.name(),
                person.sex(),
                person.birthOn().getYear(),
                person.status(),
                person.memberClass(),
                request.elsewhere(),
                request.reason(),
                request.duesPaidTo(),
                null,
                null,
                null);
    }
}
