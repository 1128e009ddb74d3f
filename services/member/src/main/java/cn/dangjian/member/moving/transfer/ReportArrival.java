package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.DAY_AHEAD;
import static cn.dangjian.member.moving.transfer.TransferRefusal.NOT_FORMAL;
import static cn.dangjian.member.moving.transfer.TransferRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.moving.transfer.TransferStep.REPORTED;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.member.person.register.FileText;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 报到: a branch, or its township, writes down who has come with the letter of another province; nothing is moved yet. */
@Service
class ReportArrival {

    private final MovePerson person;
    private final TransferRepository transfers;
    private final Transfers tell;
    private final Cases<State, TransferStep> cases;

    ReportArrival(MovePerson person, TransferRepository transfers, Transfers tell, CaseStore store) {
        this.person = person;
        this.transfers = transfers;
        this.tell = tell;
        this.cases = store.of(TransferStep.KIND);
    }

    /**
     * @param unit the branch to which he comes
     * @param elsewhere the organisation that sends him
     * @param letter its number
     * @param validUntil as the letter says: how long one of another province holds is for that province to say
     */
    record ArrivalRequest(
            @NotNull UnitId unit,
            @NotNull @Valid Arriving person,
            @NotBlank @Size(max = 200) @Stripped String elsewhere,
            @NotBlank @Size(max = 100) @Stripped String letter,
            @NotNull LocalDate issuedOn,
            @NotNull LocalDate validUntil,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason,

            @Nullable @Pattern(regexp = AskTransfer.MONTH) String duesPaidTo) {}

    @Transactional
    Transfer report(ArrivalRequest request, Desk desk) {
        cases.lock(request.unit());
        var unit = desk.find(request.unit()).orElseThrow(UNIT_UNKNOWN);
        cases.mayOpen(REPORTED, unit, desk);
        NOT_FORMAL.unless(Members.holdsMembers(unit));
        if (request.issuedOn().isAfter(desk.today()))
            throw DAY_AHEAD.with(desk.today().toString());
        LetterTerms.requireValid(request.validUntil(), desk.today());
        var file = person.check(request.person(), desk);

        var said = Said.today(desk).by(request.letter()).note(request.reason());
        long id = cases.open(REPORTED, unit, unit, said, request.validUntil(), desk)
                .id();
        transfers.insert(row(id, request, file));
        person.keep(id, request.person(), file);
        return tell.of(id, desk);
    }

    private static TransferRepository.Row row(long id, ArrivalRequest request, FileText file) {
        return new TransferRepository.Row(
                id,
                Sort.IN,
                null,
                file.name(),
                file.number().sex(),
                file.number().birth().getYear(),
                request.person().status(),
                request.person().memberClass(),
                request.elsewhere(),
                request.reason(),
                request.duesPaidTo(),
                request.letter(),
                request.issuedOn(),
                request.validUntil());
    }
}
