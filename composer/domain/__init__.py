"""Values and rules of letters, facts and passages; nothing here touches the disk."""
