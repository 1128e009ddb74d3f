package cn.dangjian.dues.paper.certificate;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.paper.certificate.Certificate.Month;
import cn.dangjian.dues.paper.certificate.Certificate.Payment;
import cn.dangjian.dues.paper.certificate.Settling.Part;
import cn.dangjian.dues.paper.print.PrintTable;
import cn.dangjian.dues.paper.print.PrintTable.Print;
import cn.dangjian.dues.pay.due.Dues;
import cn.dangjian.dues.pay.due.Dues.MonthDue;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.directory.Directory;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a member's year together, and writes down that it was printed. */
@Service
class Certificates {

    private final Dues dues;
    private final CertificateQueries queries;
    private final PrintTable prints;
    private final Directory directory;

    Certificates(Dues dues, CertificateQueries queries, PrintTable prints, Directory directory) {
        this.dues = dues;
        this.queries = queries;
        this.prints = prints;
        this.directory = directory;
    }

    /** In one snapshot: what was paid and which months that has settled. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Certificate of(Payer payer, int year) {
        var months = dues.months(payer.member());
        var settled = Settling.of(months, queries.list(payer.member()));
        var ofYear =
                months.stream().filter(month -> month.month().getYear() == year).toList();
        return new Certificate(
                payer.member(),
                year,
                payer.unit().value(),
                directory.named(List.of(payer.unit().value())).getFirst().name(),
                new Yuan(ofYear.stream().mapToLong(MonthDue::due).sum()),
                new Yuan(ofYear.stream().mapToLong(MonthDue::paid).sum()),
                ofYear.stream().map(month -> month(month, settled)).toList());
    }

    @Transactional
    void printed(Print print) {
        prints.insert(print);
    }

    private static Month month(MonthDue month, Map<java.time.YearMonth, List<Part>> settled) {
        return new Month(
                month.month(),
                new Yuan(month.due()),
                new Yuan(month.paid()),
                settled.getOrDefault(month.month(), List.of()).stream()
                        .map(Certificates::payment)
                        .toList());
    }

    private static Payment payment(Part part) {
        var taken = part.payment();
        return new Payment(
                taken.id(), new Yuan(part.fen()), taken.day(), taken.unitName(), taken.subject(), taken.receipt());
    }
}
