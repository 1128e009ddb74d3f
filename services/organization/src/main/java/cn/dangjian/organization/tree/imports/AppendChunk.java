package cn.dangjian.organization.tree.imports;

import static cn.dangjian.organization.tree.imports.ImportRefusal.CLOSED;
import static cn.dangjian.organization.tree.imports.ImportRefusal.UNKNOWN;

import cn.dangjian.platform.files.upload.Piece;
import cn.dangjian.platform.files.upload.Pieces;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 续传: the next piece of a file, exactly where the last one ended, while the import takes files. */
@Service
class AppendChunk {

    private final ImportTable imports;
    private final FileTable files;
    private final Pieces pieces;

    AppendChunk(ImportTable imports, FileTable files, ImportSettings settings) {
        this.imports = imports;
        this.files = files;
        this.pieces = new Pieces(
                settings.largestChunk().toBytes(), settings.largestFile().toBytes());
    }

    @Transactional
    Pieces.Outcome append(long importId, DivisionFile file, Piece piece) {
        var imported = imports.lock(importId).orElseThrow(UNKNOWN);
        CLOSED.when(imported.state() != Import.State.UPLOADING);
        return pieces.append(files.growing(importId, file), piece);
    }
}
