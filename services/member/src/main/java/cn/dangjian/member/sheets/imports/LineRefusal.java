package cn.dangjian.member.sheets.imports;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a row is not taken, beside what a single file is refused for. */
enum LineRefusal implements Refusal {
    /** The number says another one. */
    SEX_DIFFERS(UNPROCESSABLE_CONTENT, "import.sex-differs"),
    /** The number says another day. */
    BIRTH_DIFFERS(UNPROCESSABLE_CONTENT, "import.birth-differs"),
    /** {0} is what the days make of him. */
    STATUS_DIFFERS(UNPROCESSABLE_CONTENT, "import.status-differs"),
    /** {0} is a column of rolls, {1} the one that a new file has. */
    OF_ROLL_ONLY(UNPROCESSABLE_CONTENT, "import.of-roll-only"),
    /** {0} is a column that only a new file has. */
    OF_NEW_ONLY(UNPROCESSABLE_CONTENT, "import.of-new-only"),
    /** {0} is the other line. */
    NUMBER_TWICE(UNPROCESSABLE_CONTENT, "import.number-twice"),
    WRONG_PHONE(UNPROCESSABLE_CONTENT, "import.wrong-phone"),
    /** The sender sees no file of this number. */
    FILE_UNKNOWN(UNPROCESSABLE_CONTENT, "import.file-unknown"),
    /** {0} are the columns. */
    FILE_DIFFERS(UNPROCESSABLE_CONTENT, "import.file-differs"),
    /** What the sender is shown masked, and has written in full. */
    SEALED_NOT_COMPARED(UNPROCESSABLE_CONTENT, "import.sealed-not-compared"),
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
