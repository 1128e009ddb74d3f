package cn.dangjian.dues.paper.certificate;

import cn.dangjian.dues.paper.certificate.Certificate.Month;
import cn.dangjian.dues.paper.certificate.Certificate.Payment;
import cn.dangjian.dues.paper.naming.Names;
import cn.dangjian.dues.paper.print.Paper;
import cn.dangjian.dues.paper.print.Paper.Column;
import cn.dangjian.dues.paper.print.Paper.Format;
import cn.dangjian.dues.paper.print.Paper.Part;
import cn.dangjian.dues.paper.print.Paper.Table;
import cn.dangjian.dues.paper.print.Paper.Text;
import cn.dangjian.dues.paper.print.Press;
import cn.dangjian.dues.paper.print.PrintTable.Print;
import cn.dangjian.dues.paper.print.PrintTable.Sort;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** 打印党费证: asks member for the name, writes down that it is printed, and prints; nothing waits inside a transaction. */
@Service
class PrintCertificate {

    private static final List<Column> COLUMNS = List.of(
            new Column("月份", 3),
            new Column("应交", 3),
            new Column("已交", 3),
            new Column("收款日期", 4),
            new Column("收款单位", 7),
            new Column("经办", 4),
            new Column("收据编号", 4));

    private final Certificates certificates;
    private final Names names;
    private final Press press;
    private final Days days;

    PrintCertificate(Certificates certificates, Names names, Press press, Days days) {
        this.certificates = certificates;
        this.names = names;
        this.press = press;
        this.days = days;
    }

    byte[] print(Payer payer, int year, Desk desk) {
        var certificate = certificates.of(payer, year);
        return print(certificate, names.find(payer.member(), purpose(year), desk), desk.subject(), desk.now());
    }

    byte[] printOwn(Payer payer, int year, Self self) {
        var certificate = certificates.of(payer, year);
        String subject = "account:" + self.account().value();
        return print(certificate, names.findOwn(payer.member(), purpose(year), self), subject, days.now());
    }

    private static String purpose(int year) {
        return "打印党费证（" + year + "年）";
    }

    private byte[] print(Certificate certificate, Optional<String> name, String subject, Instant at) {
        certificates.printed(
                new Print(Sort.CERTIFICATE, certificate.year(), certificate.member(), name.isPresent(), subject, at));
        var parts = new ArrayList<Part>();
        parts.add(new Text("姓名：" + name.orElse("党员 " + certificate.member()), true));
        if (name.isEmpty()) parts.add(Text.of("（未能取得姓名，以党员编号代替）"));
        parts.add(Text.of("党员编号：" + certificate.member()));
        parts.add(Text.of("所在党组织：" + certificate.unitName()));
        parts.add(new Table(
                COLUMNS,
                certificate.months().stream().map(PrintCertificate::row).toList()));
        parts.add(new Text("全年应交 ￥" + certificate.due() + "，已交 ￥" + certificate.paid(), true));
        parts.add(Text.of("打印日期：" + days.dayOf(at)));
        return press.print(new Paper(Format.PAGE, "党费证（" + certificate.year() + "年）", parts));
    }

    private static List<String> row(Month month) {
        return List.of(
                month.month().toString(),
                month.due().text(),
                month.paid().text(),
                said(month, payment -> payment.day().toString()),
                said(month, Payment::unitName),
                said(month, payment -> Paper.clerk(payment.takenBy())),
                said(month, payment -> payment.receipt() == null ? "－" : payment.receipt()));
    }

    private static String said(Month month, Function<Payment, String> what) {
        return month.payments().stream().map(what).distinct().collect(Collectors.joining("、"));
    }
}
