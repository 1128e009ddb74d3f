package cn.dangjian.dues.paper.certificate;

import cn.dangjian.dues.paper.certificate.CertificateQueries.Taken;
import cn.dangjian.dues.pay.due.Dues.MonthDue;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which payment has settled which month: the oldest payment the oldest month first. What was returned is taken off the
 * latest payments before it, since it was what was paid too much.
 */
final class Settling {

    private Settling() {}

    /** What of a payment has settled a month. */
    record Part(Taken payment, long fen) {}

    /** Of each month that is settled in part or whole. */
    static Map<YearMonth, List<Part>> of(List<MonthDue> months, List<Taken> taken) {
        var left = new ArrayDeque<>(kept(taken));
        var settled = new TreeMap<YearMonth, List<Part>>();
        for (var month : months) {
            var parts = new ArrayList<Part>();
            long open = month.paid();
            while (open > 0 && !left.isEmpty()) {
                var next = left.removeFirst();
                long fen = Math.min(open, next.fen());
                parts.add(new Part(next.payment(), fen));
                if (next.fen() > fen) left.addFirst(new Part(next.payment(), next.fen() - fen));
                open -= fen;
            }
            if (!parts.isEmpty()) settled.put(month.month(), parts);
        }
        return settled;
    }

    /** Payments, less what was returned of them. */
    private static List<Part> kept(List<Taken> taken) {
        var kept = new ArrayDeque<Part>();
        for (var one : taken) {
            if (one.fen() > 0) {
                kept.addLast(new Part(one, one.fen()));
                continue;
            }
            long returned = -one.fen();
            while (returned > 0 && !kept.isEmpty()) {
                var last = kept.removeLast();
                long fen = Math.min(returned, last.fen());
                if (last.fen() > fen) kept.addLast(new Part(last.payment(), last.fen() - fen));
                returned -= fen;
            }
        }
        return List.copyOf(kept);
    }
}
