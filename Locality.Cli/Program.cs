Console.WriteLine("locality");
