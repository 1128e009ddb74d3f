package cn.dangjian.platform.files.upload;

import static cn.dangjian.platform.files.upload.UploadRefusal.TAKEN;
import static cn.dangjian.platform.files.upload.UploadRefusal.UNKNOWN;

import cn.dangjian.platform.web.caller.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 续传: the next piece of an upload. */
@Service
class AppendPiece {

    private final UploadTable uploads;
    private final UploadSettings settings;

    AppendPiece(UploadTable uploads, UploadSettings settings) {
        this.uploads = uploads;
        this.settings = settings;
    }

    @Transactional
    Pieces.Outcome append(long id, Piece piece, AccountId account) {
        var upload = uploads.lock(id, account).orElseThrow(UNKNOWN);
        TAKEN.when(upload.taken());
        return settings.pieces().append(uploads.file(upload), piece);
    }
}
