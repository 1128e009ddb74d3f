/** 案卷: files that people take from step to step; the steps are an enum of the room, the guards stay Java in the room. */
@NullMarked
package cn.dangjian.platform.cases;

import org.jspecify.annotations.NullMarked;
