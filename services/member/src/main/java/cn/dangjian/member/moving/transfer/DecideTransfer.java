package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.NO_LAST_DAY;
import static cn.dangjian.member.moving.transfer.TransferStep.IN_APPROVED;
import static cn.dangjian.member.moving.transfer.TransferStep.LETTERED;
import static cn.dangjian.member.moving.transfer.TransferStep.OUT_APPROVED;
import static cn.dangjian.member.moving.transfer.TransferStep.PROLONGED;
import static cn.dangjian.member.moving.transfer.TransferStep.RETURNED;
import static cn.dangjian.member.moving.transfer.TransferStep.REVOKED;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审批、介绍信、退回、撤销: what is decided of a transfer before he is accepted; it moves nobody. */
@Service
class DecideTransfer {

    private final TransferRepository transfers;
    private final MovePerson person;
    private final LetterTerms terms;
    private final Transfers tell;
    private final Cases<State, TransferStep> cases;

    DecideTransfer(
            TransferRepository transfers, MovePerson person, LetterTerms terms, Transfers tell, CaseStore store) {
        this.transfers = transfers;
        this.person = person;
        this.terms = terms;
        this.tell = tell;
        this.cases = store.of(TransferStep.KIND);
    }

    /**
     * @param issuedOn null: today
     * @param validUntil null: as long as the rules allow
     * @param duesPaidTo until which month; null: as it was said before
     */
    record LetterRequest(
            @NotBlank @Size(max = 100) @Stripped String letter,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            @Nullable @Pattern(regexp = AskTransfer.MONTH) String duesPaidTo) {}

    /**
     * @param letter of the new letter
     * @param issuedOn null: today
     * @param validUntil null: as long as the rules allow; of one from another province it must be named
     */
    record ProlongationRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason,

            @NotBlank @Size(max = 100) @Stripped String letter,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil) {}

    @Transactional
    Transfer approve(long id, @Nullable String note, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(OUT_APPROVED, Said.today(desk).note(note), seen);
        person.refuseWhoCannotGo(
                transfers.find(id, desk.scope()).orElseThrow(), held.file().unit(), desk);
        held.take();
        return tell.of(id, desk);
    }

    @Transactional
    Transfer issue(long id, LetterRequest request, Seen seen, Desk desk) {
        var issued = request.issuedOn() == null ? desk.today() : request.issuedOn();
        var held = cases.hold(id, desk).may(LETTERED, Said.on(issued).by(request.letter()), seen);
        person.refuseWhoCannotGo(
                transfers.find(id, desk.scope()).orElseThrow(), held.file().unit(), desk);
        var until = terms.letter(issued, request.validUntil(), held.file().unit(), desk.today());

        held.take(until);
        transfers.issue(id, request.letter(), issued, until, request.duesPaidTo());
        return tell.of(id, desk);
    }

    /** A new letter in the place of one that was lost or has expired; how often is nobody's rule. */
    @Transactional
    Transfer prolong(long id, ProlongationRequest request, Seen seen, Desk desk) {
        var issued = request.issuedOn() == null ? desk.today() : request.issuedOn();
        var said = Said.on(issued).by(request.letter()).note(request.reason());
        var held = cases.hold(id, desk).may(PROLONGED, said, seen);
        var transfer = transfers.find(id, desk.scope()).orElseThrow();
        person.refuseWhoCannotGo(transfer, held.file().unit(), desk);
        var until = transfer.sort() == Sort.IN
                ? foreign(request.validUntil(), desk)
                : terms.letter(issued, request.validUntil(), held.file().unit(), desk.today());

        held.take(until);
        transfers.issue(id, request.letter(), issued, until, null);
        return tell.of(id, desk);
    }

    /** How long a letter of another province holds is for that province to say. */
    private static LocalDate foreign(@Nullable LocalDate until, Desk desk) {
        if (until == null) throw NO_LAST_DAY.get();
        LetterTerms.requireValid(until, desk.today());
        return until;
    }

    @Transactional
    Transfer admit(long id, @Nullable String note, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(IN_APPROVED, Said.today(desk).note(note), seen);
        var transfer = transfers.find(id, desk.scope()).orElseThrow();
        person.refuseWhoCannotGo(transfer, held.file().unit(), desk);
        LetterTerms.requireValid(transfer.validUntil(), desk.today());

        held.take(transfer.validUntil());
        return tell.of(id, desk);
    }

    @Transactional
    Transfer sendBack(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk).may(RETURNED, Said.today(desk).note(reason), seen).take();
        transfers.sendBack(id, desk.today());
        return tell.of(id, desk);
    }

    @Transactional
    Transfer revoke(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk).may(REVOKED, Said.today(desk).note(reason), seen).take();
        person.forget(id);
        return tell.of(id, desk);
    }
}
