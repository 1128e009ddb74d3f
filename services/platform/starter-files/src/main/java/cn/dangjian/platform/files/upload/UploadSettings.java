package cn.dangjian.platform.files.upload;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are taken in pieces.
 *
 * @param largestFile how large one file may become
 * @param largestPiece how large one piece of a file may be
 * @param keep how long an upload is kept of which nothing was made
 */
@Validated
@ConfigurationProperties("dangjian.upload")
record UploadSettings(
        @NotNull @DefaultValue("256MB") DataSize largestFile,
        @NotNull @DefaultValue("4MB") DataSize largestPiece,
        @NotNull @DefaultValue("2d") Duration keep) {

    Pieces pieces() {
        return new Pieces(largestPiece.toBytes(), largestFile.toBytes());
    }
}
