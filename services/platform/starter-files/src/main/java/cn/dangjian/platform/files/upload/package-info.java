/** 上传: files that are sent as a body, or in pieces that may be sent again after anything broke. */
@NullMarked
package cn.dangjian.platform.files.upload;

import org.jspecify.annotations.NullMarked;
