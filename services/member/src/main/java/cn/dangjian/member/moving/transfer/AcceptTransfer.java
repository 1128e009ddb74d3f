package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.BEFORE_LETTER;
import static cn.dangjian.member.moving.transfer.TransferRefusal.OTHER_SORT;
import static cn.dangjian.member.moving.transfer.TransferStep.ACCEPTED;
import static cn.dangjian.member.moving.transfer.TransferStep.LEFT;
import static cn.dangjian.member.moving.transfer.TransferStep.RECEIPT;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 接收、回执: he belongs to the destination when it accepts him, and not before; then the origin is told. */
@Service
class AcceptTransfer {

    private final MovePerson person;
    private final TransferRepository transfers;
    private final LetterTerms terms;
    private final Transfers tell;
    private final Cases<State, TransferStep> cases;

    AcceptTransfer(
            MovePerson person, TransferRepository transfers, LetterTerms terms, Transfers tell, CaseStore store) {
        this.person = person;
        this.transfers = transfers;
        this.terms = terms;
        this.tell = tell;
        this.cases = store.of(TransferStep.KIND);
    }

    /**
     * @param document the receipt's number
     * @param day from when on he belongs to the other province
     */
    record DepartureRequest(
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull LocalDate day,

            @Nullable @Size(max = 500) @Stripped(lines = true)
            String note) {}

    @Transactional
    Transfer accept(long id, @Nullable String note, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(ACCEPTED, Said.today(desk).note(note), seen);
        var transfer = transfers.find(id, desk.scope()).orElseThrow();
        LetterTerms.requireValid(transfer.validUntil(), desk.today());
        var destination = Objects.requireNonNull(held.file().other());
        var origin = held.file().unit();

        boolean foreign = transfer.sort() == Sort.IN;
        long member =
                foreign ? person.in(transfer, destination, desk) : person.within(transfer, origin, destination, desk);
        held.take(terms.receipt(desk.today(), destination));
        transfers.move(id, member, foreign ? null : origin.id(), destination.id(), desk.today());
        return tell.of(id, desk);
    }

    @Transactional
    Transfer confirm(long id, @Nullable String note, Seen seen, Desk desk) {
        cases.hold(id, desk).may(RECEIPT, Said.today(desk).note(note), seen).take();
        transfers.confirm(id, desk.today());
        return tell.of(id, desk);
    }

    /** What another province has sent back says that he is there. */
    @Transactional
    Transfer leave(long id, DepartureRequest request, Seen seen, Desk desk) {
        var said = Said.on(request.day()).by(request.document()).note(request.note());
        var held = cases.hold(id, desk).may(LEFT, said, seen);
        var transfer = transfers.find(id, desk.scope()).orElseThrow();
        OTHER_SORT.unless(transfer.sort() == Sort.OUT);
        var issued = Objects.requireNonNull(transfer.issuedOn());
        if (request.day().isBefore(issued)) throw BEFORE_LETTER.with(issued.toString());

        var origin = held.file().unit();
        long member = person.out(transfer, origin, request.day(), request.document(), desk);
        held.take();
        transfers.move(id, member, origin.id(), null, request.day());
        transfers.confirm(id, desk.today());
        return tell.of(id, desk);
    }
}
