package cn.dangjian.dues.match.reconcile;

import static cn.dangjian.dues.match.reconcile.FindingRefusal.BOOKED_ALREADY;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.MEMBER_MISSING;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.NOT_COUNTY;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.NOT_PAID;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.OTHER_WAY;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.REVERSED_ALREADY;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.SETTLED_ALREADY;
import static cn.dangjian.dues.match.reconcile.FindingRefusal.UNKNOWN;

import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.match.reconcile.Finding.Result;
import cn.dangjian.dues.match.reconcile.Finding.State;
import cn.dangjian.dues.match.reconcile.Finding.Way;
import cn.dangjian.dues.match.reconcile.FindingTable.Held;
import cn.dangjian.dues.match.statement.BookBankRow;
import cn.dangjian.dues.match.statement.Source;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 差异处理: a county or a township settles what does not match, each in one way, and says why. */
@Service
class SettleFinding {

    private final FindingTable findings;
    private final SettleOnline online;
    private final BookBankRow bookBankRow;
    private final LedgerTable ledger;
    private final RollTable payers;

    SettleFinding(
            FindingTable findings, SettleOnline online, BookBankRow bookBankRow, LedgerTable ledger, RollTable payers) {
        this.findings = findings;
        this.online = online;
        this.bookBankRow = bookBankRow;
        this.ledger = ledger;
        this.payers = payers;
    }

    record SettleRequest(
            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String reason) {}

    /** @param member whose payment a bank's line is, where the line does not say it */
    record BookRequest(
            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String reason,

            @Nullable Long member) {}

    /** What the list says and nobody has booked; a bank's line also where another amount was booked, which is taken back. */
    @Transactional
    Finding book(long id, BookRequest request, Desk desk) {
        var finding = open(id, desk);
        boolean banked = finding.source() == Source.BANK;
        OTHER_WAY.unless(
                finding.result() == Result.MISSING_HERE || (banked && finding.result() == Result.OTHER_AMOUNT));
        long posting;
        if (banked) {
            if (finding.postingId() != null) reverse(finding, request.reason(), desk);
            posting = bookBanked(finding, request.member(), desk);
        } else {
            OTHER_WAY.unless("PAYMENT".equals(finding.kind()));
            posting = online.book(finding);
        }
        findings.settle(id, Way.BOOKED, request.reason(), posting, desk);
        return findings.find(id, desk.scope()).orElseThrow();
    }

    private long bookBanked(Held finding, @Nullable Long member, Desk desk) {
        Long whose = finding.memberId() == null ? member : finding.memberId();
        if (whose == null) throw MEMBER_MISSING.get();
        var payer = payers.lock(whose, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        try {
            return bookBankRow.bookLate(
                    Objects.requireNonNull(finding.lineId()),
                    payer,
                    Objects.requireNonNull(finding.fen()),
                    Objects.requireNonNull(finding.day()),
                    finding.payer(),
                    desk);
        } catch (DuplicateKeyException e) {
            throw BOOKED_ALREADY.get();
        }
    }

    /** The order's money goes back by the provider. */
    @Transactional
    Finding refund(long id, SettleRequest request, Desk desk) {
        var finding = open(id, desk);
        OTHER_WAY.unless(finding.source() == Source.PROVIDER && finding.result() == Result.OTHER_AMOUNT);
        NOT_PAID.unless(online.giveBack(finding, request.reason(), desk));
        findings.settle(id, Way.REFUNDED, request.reason(), null, desk);
        return findings.find(id, desk.scope()).orElseThrow();
    }

    /** What was booked and is not there, or was booked twice. */
    @Transactional
    Finding reverse(long id, SettleRequest request, Desk desk) {
        var finding = open(id, desk);
        OTHER_WAY.unless(finding.postingId() != null
                && (finding.result() == Result.TWICE || finding.result() == Result.MISSING_THERE));
        NOT_PAID.unless(finding.source() == Source.BANK || online.mayBeTakenBack(finding));
        reverse(finding, request.reason(), desk);
        findings.settle(id, Way.REVERSED, request.reason(), null, desk);
        return findings.find(id, desk.scope()).orElseThrow();
    }

    /** It is right as it is, for a reason that somebody knows. */
    @Transactional
    Finding note(long id, SettleRequest request, Desk desk) {
        open(id, desk);
        findings.settle(id, Way.NOTED, request.reason(), null, desk);
        return findings.find(id, desk.scope()).orElseThrow();
    }

    private Held open(long id, Desk desk) {
        UNKNOWN.when(findings.find(id, desk.scope()).isEmpty());
        NOT_COUNTY.when(desk.isBelow(Tier.TOWNSHIP));
        var finding = findings.lock(id).orElseThrow(UNKNOWN);
        SETTLED_ALREADY.when(finding.state() == State.SETTLED);
        return finding;
    }

    private void reverse(Held finding, String reason, Desk desk) {
        long posting = Objects.requireNonNull(finding.postingId());
        // whoever returns something to the member counts what he has paid: the one after the other
        payers.lock(ledger.findMember(posting).orElseThrow(UNKNOWN), desk.scope());
        var booked = ledger.lock(posting).orElseThrow(UNKNOWN);
        REVERSED_ALREADY.when(booked.reversed());
        ledger.reverse(booked, desk.today(), reason, desk);
    }
}
