"""What a careful colleague would remark; check never changes."""
