package cn.dangjian.dues.paper.receipt;

import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.NOT_ISSUED;
import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.PAYMENT_UNKNOWN;

import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.paper.naming.Names;
import cn.dangjian.dues.paper.print.Paper;
import cn.dangjian.dues.paper.print.Paper.Format;
import cn.dangjian.dues.paper.print.Paper.Part;
import cn.dangjian.dues.paper.print.Paper.Text;
import cn.dangjian.dues.paper.print.Press;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 打印收据: asks member for the name, counts the print, and prints. Nothing of it waits inside a transaction: a process that
 * ends in between has counted a print that nobody has seen, and the next one is a copy.
 */
@Service
class PrintReceipt {

    private final IssueReceipt issueReceipt;
    private final ReceiptTable receipts;
    private final Names names;
    private final Press press;
    private final Days days;

    PrintReceipt(IssueReceipt issueReceipt, ReceiptTable receipts, Names names, Press press, Days days) {
        this.issueReceipt = issueReceipt;
        this.receipts = receipts;
        this.names = names;
        this.press = press;
        this.days = days;
    }

    byte[] print(long payment, Desk desk) {
        var paid = receipts.findPaid(payment, desk.scope()).orElseThrow(PAYMENT_UNKNOWN);
        NOT_ISSUED.unless(paid.issued());
        var name = names.find(paid.member(), purpose(payment), desk);
        return press.print(paper(issueReceipt.count(payment, name.isPresent(), desk.subject(), desk.now()), name));
    }

    byte[] printOwn(long payment, long member, Self self) {
        issueReceipt.issueOwn(payment, member, self);
        var name = names.findOwn(member, purpose(payment), self);
        String subject = "account:" + self.account().value();
        return press.print(paper(issueReceipt.count(payment, name.isPresent(), subject, days.now()), name));
    }

    private static String purpose(long payment) {
        return "打印党费收据（收款 " + payment + "）";
    }

    private static Paper paper(Receipt receipt, Optional<String> name) {
        var parts = new ArrayList<Part>();
        parts.add(Text.of("编号：" + receipt.number() + (receipt.prints() > 1 ? "　　补打" : "")));
        parts.add(Text.of("日期：" + receipt.day()));
        parts.add(new Text("今收到：" + name.orElse("党员 " + receipt.member()), true));
        if (name.isEmpty()) parts.add(Text.of("（未能取得姓名，以党员编号代替）"));
        parts.add(Text.of("交来：" + (receipt.kind() == Booking.Kind.GIFT ? "一次多交纳的党费（全部上缴中央）" : "党费")));
        parts.add(new Text("￥" + receipt.amount() + "　　人民币" + receipt.capitals(), true));
        if (receipt.payer() != null) parts.add(Text.of("代交人：" + receipt.payer()));
        parts.add(Text.of("收款单位：" + receipt.unitName()));
        parts.add(Text.of("经办人签字：　　　　　　　　（" + Paper.clerk(receipt.takenBy()) + "）"));
        if (receipt.isReversed())
            parts.add(new Text("已于 " + receipt.reversedOn() + " 冲销，本收据作废：" + receipt.reason(), true));
        return new Paper(Format.SLIP, "党费收据", parts);
    }
}
