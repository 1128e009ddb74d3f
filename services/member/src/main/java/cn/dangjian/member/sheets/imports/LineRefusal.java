package cn.dangjian.member.sheets.imports;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a row is not taken, beside what a single file is refused for. */
enum LineRefusal implements Refusal {
    /** The number says another one. */
    SEX_DIFFERS(UNPROCESSABLE_CONTENT, "import.sex-differs"),
    /** {0} is the other line. */
    NUMBER_TWICE(UNPROCESSABLE_CONTENT, "import.number-twice"),
    WRONG_PHONE(UNPROCESSABLE_CONTENT, "import.wrong-phone"),
    /** The sender sees no file of this number. */
    FILE_UNKNOWN(UNPROCESSABLE_CONTENT, "import.file-unknown"),
    /** {0} are the columns. */
    FILE_DIFFERS(UNPROCESSABLE_CONTENT, "import.file-differs"),
    /** Several units that the sender sees have the code. */
    UNIT_UNCLEAR(UNPROCESSABLE_CONTENT, "import.unit-unclear");

    private final Reason reason;

    LineRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
