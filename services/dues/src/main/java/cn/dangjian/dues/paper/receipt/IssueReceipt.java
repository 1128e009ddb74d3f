package cn.dangjian.dues.paper.receipt;

import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.NOT_BRANCH;
import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.NOT_ISSUED;
import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.PAYMENT_UNKNOWN;
import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.REVERSED;

import cn.dangjian.dues.paper.print.PrintTable;
import cn.dangjian.dues.paper.print.PrintTable.Print;
import cn.dangjian.dues.paper.print.PrintTable.Sort;
import cn.dangjian.dues.paper.receipt.ReceiptTable.Paid;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 开具收据: of a payment once, with the next number of the unit that took it; and the counting of what is printed. */
@Service
class IssueReceipt {

    private final ReceiptTable receipts;
    private final PrintTable prints;
    private final Days days;

    IssueReceipt(ReceiptTable receipts, PrintTable prints, Days days) {
        this.receipts = receipts;
        this.prints = prints;
        this.days = days;
    }

    @Transactional
    Receipt issue(long payment, Desk desk) {
        var paid = receipts.findPaid(payment, desk.scope()).orElseThrow(PAYMENT_UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        return issued(paid, desk.subject(), desk.now());
    }

    /** Whoever has paid may ask for it himself. */
    @Transactional
    Receipt issueOwn(long payment, long member, Self self) {
        var paid = receipts.findPaid(payment, member).orElseThrow(PAYMENT_UNKNOWN);
        return issued(paid, "account:" + self.account().value(), days.now());
    }

    /** Of what was issued before it was taken back there goes on to be one, which says so. */
    private Receipt issued(Paid paid, String subject, Instant at) {
        int year = days.dayOf(at).getYear();
        receipts.lock(paid.unit(), year);
        var before = receipts.find(paid.id());
        if (before.isPresent()) return before.get();
        REVERSED.when(paid.reversed());
        receipts.insert(paid, year, subject, at);
        return receipts.find(paid.id()).orElseThrow();
    }

    /** One more is printed, with a name or without. */
    @Transactional
    Receipt count(long payment, boolean named, String subject, Instant at) {
        receipts.addPrint(payment);
        var receipt = receipts.find(payment).orElseThrow(NOT_ISSUED);
        prints.insert(new Print(Sort.RECEIPT, payment, receipt.member(), named, subject, at));
        return receipt;
    }
}
