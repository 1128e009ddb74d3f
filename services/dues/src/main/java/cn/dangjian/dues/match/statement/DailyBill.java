package cn.dangjian.dues.match.statement;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.online.provider.Trade;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** 交易账单: what the provider's text of a day says, if its totals are those of its lines. */
record DailyBill(List<Row> rows, long fen) {

    private static final String HEAD = "time,kind,order,trade,amount,currency,merchant";

    /**
     * A line.
     *
     * @param reference the provider's number of the payment, or ours of the refund
     * @param ordered our number of the order
     */
    record Row(String kind, String reference, String ordered, long fen, Instant at) {

        long signed() {
            return kind.equals("REFUND") ? -fen : fen;
        }
    }

    /** Of such a text no line counts. */
    static final class BrokenException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        BrokenException(String code) {
            super(code);
        }
    }

    /** @throws BrokenException if it is no bill of ours, or is not whole */
    static DailyBill parse(String text, String merchant) {
        var lines = text.strip().lines().toList();
        if (lines.size() < 2 || !lines.getFirst().equals(HEAD)) throw new BrokenException("HEAD");
        var rows = new ArrayList<Row>();
        try {
            for (String line : lines.subList(1, lines.size() - 1)) rows.add(row(line.split(",", -1), merchant));
            String[] total = lines.getLast().split(",", -1);
            long fen = rows.stream().mapToLong(Row::signed).sum();
            if (total.length != 3
                    || !total[0].equals("total")
                    || Integer.parseInt(total[1]) != rows.size()
                    || Yuan.parse(total[2]).fen() != fen) throw new BrokenException("TOTALS");
            return new DailyBill(rows, fen);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BrokenException("LINE");
        }
    }

    private static Row row(String[] cells, String merchant) {
        if (cells.length != 7) throw new BrokenException("LINE");
        if (!cells[5].equals(Trade.CURRENCY)) throw new BrokenException("CURRENCY");
        if (!cells[6].equals(merchant)) throw new BrokenException("MERCHANT");
        if (!cells[1].equals("PAYMENT") && !cells[1].equals("REFUND")) throw new BrokenException("KIND");
        long fen = Yuan.parse(cells[4]).fen();
        if (fen <= 0) throw new BrokenException("AMOUNT");
        return new Row(
                cells[1],
                cells[3],
                cells[2],
                fen,
                OffsetDateTime.parse(cells[0]).toInstant());
    }
}
