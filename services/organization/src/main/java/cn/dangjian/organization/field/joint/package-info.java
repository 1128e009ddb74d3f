/** 街道大工委、社区大党委: joint bodies in which resident units hold part-time seats, and their meetings. */
@NullMarked
package cn.dangjian.organization.field.joint;

import org.jspecify.annotations.NullMarked;
